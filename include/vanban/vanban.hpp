#pragma once

#include "vanban/document.hpp"
#include "vanban/json.hpp"
#include "vanban/repair.hpp"
#include "vanban/repair_stream.hpp"
#include "vanban/result.hpp"
#include "vanban/source_map.hpp"
#include "vanban/span.hpp"
#include "vanban/token.hpp"
