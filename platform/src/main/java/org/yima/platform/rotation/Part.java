package org.yima.platform.rotation;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One table with encrypted columns.
 *
 * @param keys of a row, in the order of its primary key, with their types
 * @param sealed each encrypted column and the name that it is sealed under
 * @param digest whether it is {@code person}, which is found by a digest of what is sealed
 */
record Part(String table, List<Key> keys, SortedMap<String, String> sealed, boolean digest) {

  /**
   * @param type as PostgreSQL names it
   */
  record Key(String name, String type) {}

  private static final Key DISTRICT = new Key("district", "text");

  /** A test holds this list against the tables. */
  static final List<Part> ALL =
      List.of(
          new Part(
              "person",
              List.of(DISTRICT, new Key("person_no", "text")),
              new TreeMap<>(
                  Map.of(
                      "id_no_enc", "person.id_no",
                      "name_enc", "person.name",
                      "card_no_enc", "person.card_no")),
              true),
          new Part(
              "payment_order",
              List.of(DISTRICT, new Key("hospcode", "text"), new Key("order_no", "text")),
              new TreeMap<>(
                  Map.of(
                      "balance_code_enc", "order.balance_code",
                      "valid_code_enc", "order.valid_code",
                      "content_enc", "order.content")),
              false),
          new Part(
              "settlement",
              List.of(DISTRICT, new Key("settlement_no", "bigint")),
              new TreeMap<>(Map.of("result_enc", "settlement.result")),
              false),
          new Part(
              "admission",
              List.of(DISTRICT, new Key("admission_no", "text")),
              new TreeMap<>(
                  Map.of(
                      "valid_code_enc", "admission.valid_code",
                      "content_enc", "admission.content")),
              false),
          new Part(
              "charge",
              List.of(DISTRICT, new Key("charge_no", "bigint")),
              new TreeMap<>(Map.of("content_enc", "charge.content")),
              false),
          new Part(
              "reversal",
              List.of(DISTRICT, new Key("reversal_no", "bigint")),
              new TreeMap<>(Map.of("reason_enc", "reversal.reason")),
              false),
          new Part(
              "reversal_proposal",
              List.of(DISTRICT, new Key("hospcode", "text"), new Key("order_no", "text")),
              new TreeMap<>(Map.of("reason_enc", "reversal.reason")),
              false));

  private String names() {
    return keys.stream().map(Key::name).collect(Collectors.joining(", "));
  }

  private String texts() {
    return keys.stream().map(key -> key.name() + "::text").collect(Collectors.joining(", "));
  }

  /** Placeholders for a key given as texts. */
  private String given() {
    return keys.stream().map(key -> "?::" + key.type()).collect(Collectors.joining(", ", "(", ")"));
  }

  private String after(boolean bounded) {
    return bounded ? "(" + names() + ") > " + given() : "true";
  }

  /** The key at which a window of rows ends; no row: fewer than that are left. */
  String end(boolean bounded, int window) {
    return "select %s from %s where %s order by %s offset %d limit 1"
        .formatted(texts(), table, after(bounded), names(), window - 1);
  }

  /** The rows of a window that are of another version, locked. */
  String old(boolean bounded, boolean ended) {
    String columns = String.join(", ", sealed.keySet());
    String old =
        sealed.keySet().stream()
            .map(column -> "get_byte(" + column + ", 0) <> ?")
            .collect(Collectors.joining(" or "));
    return "select %s, %s%s from %s where %s and %s and (%s) order by %s for update"
        .formatted(
            texts(),
            columns,
            digest ? ", id_type" : "",
            table,
            after(bounded),
            ended ? "(" + names() + ") <= " + given() : "true",
            old,
            names());
  }

  String update() {
    String set =
        sealed.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
    return "update %s set %s%s where (%s) = %s"
        .formatted(table, set, digest ? ", id_digest = ?" : "", names(), given());
  }
}
