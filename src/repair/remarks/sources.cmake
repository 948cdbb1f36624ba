# The sources of this folder, in reading order.
list(APPEND sources remarks/remarks.cpp remarks/suspects.cpp remarks/damage.cpp)
