# The sources of this stage, in reading order.
set(sources
  lines.cpp site_captions.cpp columns.cpp unbroken.cpp glued_notes.cpp footnotes.cpp marker.cpp offices.cpp type_line.cpp line_view.cpp addressees.cpp top.cpp
  tail_start.cpp section_names.cpp body_start.cpp annex.cpp frame.cpp joined_text.cpp blocks.cpp heading.cpp tree.cpp)
