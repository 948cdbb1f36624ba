#pragma once

// RapidJSON as every file of this project must see it. Its paths for SSE2 stay off: those of 1.1.0
// take U+001A to U+001F for ordinary characters, in the writer and in the reader.
#if defined(RAPIDJSON_SSE2) || defined(RAPIDJSON_SSE42) || defined(RAPIDJSON_SIMD)
#error "RapidJSON's SIMD paths write control characters as they are"
#endif

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
