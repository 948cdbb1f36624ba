# The sources of this stage, in reading order (model.hpp first: it describes the whole JSON).
set(sources offsets.cpp to_json.cpp from_json.cpp schema.cpp)
