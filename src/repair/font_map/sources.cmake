list(APPEND sources font_map/find_font_maps.cpp font_map/low_byte.cpp font_map/glyph_map.cpp)
