package org.yima.platform.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom a statement is about and on which day: by a document, or by what another feature's tables
 * say of them.
 *
 * @param district selects where they are insured
 * @param number selects their number
 * @param day selects the day on which they are looked at
 */
public record Whom(Selection district, Selection number, Selection day) {

  /** Somebody on a day that is known. */
  public Whom(String district, Selection number, LocalDate day) {
    this(Selection.of("?", district), number, Selection.of("select ?::date", day));
  }

  /** Finds rows of theirs in a table that is keyed by district and person; see {@link #keys}. */
  String where() {
    return " where district = (" + district.query() + ") and person_no = (" + number.query() + ")";
  }

  /** Parameters of a statement that names the district, then the person. */
  List<Object> keys() {
    List<Object> keys = new ArrayList<>(district.keys());
    keys.addAll(number.keys());
    return keys;
  }
}
