"""Bylines → people: which words are names and institutes, who is one person across pages and scripts, what is doubtful about them."""
