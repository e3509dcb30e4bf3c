"""The values that everything else is written in: spans, dates, locators, testimony, findings.

Nothing here reads a file, a clock or a setting, and no value changes once made. A new idea that two rooms must agree on
gets its value here; how the value is found is the business of the room that finds it.
"""
