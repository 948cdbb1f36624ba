# The sources of this stage, in reading order.
set(sources)
