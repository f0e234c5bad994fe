"""What people write → what it says, knowing no conference: dates and times, places, kinds of sessions, placeholders, names of languages.

The stages ask these for what words mean; whether it is so, is for the stages.
"""
