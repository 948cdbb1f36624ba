list(APPEND sources font_map/find_font_maps.cpp font_map/low_byte.cpp font_map/glyph_map.cpp
                    font_map/any_order.cpp font_map/coded_words.cpp font_map/skeletons.cpp
                    font_map/substitution.cpp font_map/spelled.cpp font_map/ascii_text.cpp
                    font_map/ascii_channel.cpp font_map/ascii_maps.cpp font_map/ascii_codes.cpp)
