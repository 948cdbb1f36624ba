# The sources of this stage, in reading order.
set(sources
  header_values.cpp header_words.cpp header_pieces.cpp header_marks.cpp header_addressees.cpp header_number.cpp
  header_date.cpp header_title.cpp letterhead.cpp header.cpp tail.cpp signature.cpp recipients.cpp
  roles.cpp organisation.cpp actors.cpp assignments.cpp assignees.cpp
  values/sentences.cpp values/quantity.cpp values/trend.cpp values/period.cpp values/rhythm.cpp values/deadline.cpp
  values/quota.cpp values/award.cpp values/funding.cpp
  citations/document_types.cpp citations/law_name.cpp
  citations/cited_part.cpp citations/find_citations.cpp citations/identity.cpp
  clerk/header_checks.cpp clerk/end_checks.cpp clerk/body_checks.cpp clerk/text_checks.cpp
  clerk/clerk.cpp
  confidence.cpp places.cpp meaning.cpp entries.cpp task_tables.cpp build_document.cpp)
