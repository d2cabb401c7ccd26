"""Random plans, and the messy pages that pipelines make of them, each with the truth about what it states."""
