#pragma once

namespace vanban {

/// Gives back the memory of a string or vector. To assign an empty one keeps it.
template <class Container>
void release(Container& container) {
  Container().swap(container);
}

}  // namespace vanban
