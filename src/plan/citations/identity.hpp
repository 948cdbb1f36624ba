#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/citations/find_citations.hpp"
#include "vanban/document.hpp"

namespace vanban::plan {

/// Small letters without marks and figures, words parted by hyphens: "Thi đua, khen thưởng" ->
/// "thi-dua-khen-thuong". What else stands between words is passed over, "và" between them too.
[[nodiscard]] std::string slug(std::string_view text);

/// The parts of a key (Citation::key), each a slug; empty where the document does not say.
struct Identity {
  std::string name;      ///< "ke-hoach/12/kh-ubnd", "luat/dat-dai"; empty: nothing tells which
  std::string numbered;  ///< of a law that has a name and a number: "luat/31/qh15"
  std::string year;
  std::string issuer;   ///< whose numbers these are: "hoa-son"; empty: the State's or unknown
  std::string within;   ///< of a commune or district, what it lies in where the text says so
  bool is_law = false;  ///< known by its name without the year
};

/// Where the citing document comes from: whom "UBND tỉnh" means in it.
struct Home {
  std::string province;  ///< slug of its name; empty where the header does not say
  std::string district;
  std::string commune;
};

[[nodiscard]] Home home_of(const Header& header);

[[nodiscard]] Identity identity_of(const CitationMatch& match, std::string_view text,
                                   const Home& home);
[[nodiscard]] Identity identity_of(const Header& header, const Home& home);

/// Null where the parts do not tell one document from others: no number with its symbol, a number
/// that comes again every year without its year.
[[nodiscard]] std::optional<std::string> key_of(const Identity& identity);

/// Sets `key` and `same_as` of citations, whose identities stand in the same order: a later mention
/// says less than the first, and takes from it what tells the document.
void resolve_mentions(std::span<Citation> citations, std::vector<Identity> identities);

}  // namespace vanban::plan
