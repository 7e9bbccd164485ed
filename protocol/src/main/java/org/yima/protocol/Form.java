package org.yima.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The elements of one message in the order received (section 1.1.3). Immutable. A name keeps the
 * case and spelling it was sent with, because it is signed so; look-up goes by the canonical name:
 * {@code get("merchantcode")} finds {@code merchantCode}, {@code get("pltfmsignature")} finds
 * {@code pltfirmsignature}. No canonical name occurs twice. Values are raw: never escaped, never
 * trimmed.
 */
public final class Form {
  private static final Form EMPTY = new Form(Collections.<String, Entry>emptyMap());

  private final Map<String, Entry> entries;

  /** Takes entries by canonical name, in order; the caller gives the map away. */
  Form(Map<String, Entry> entries) {
    this.entries = entries;
  }

  /** A form without elements, to be filled by {@link #with}. */
  public static Form empty() {
    return EMPTY;
  }

  /**
   * A form of these names and values.
   *
   * @throws IllegalArgumentException if a name cannot be sent or occurs twice (in another spelling)
   */
  public static Form of(SortedMap<String, String> values) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      Entry entry = new Entry(value.getKey(), value.getValue());
      if (entries.put(entry.key(), entry) != null) {
        throw new IllegalArgumentException("参数重复 (key given twice): " + entry.name());
      }
    }
    return new Form(entries);
  }

  /** The value of this element in whatever case or spelling it was sent, or null. */
  public @Nullable String get(String name) {
    Entry entry = entries.get(FormKey.canonical(name));
    return entry == null ? null : entry.value();
  }

  /** All elements, in the order received. */
  public Collection<Entry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /**
   * This form with one element more, at the end, or with its value and spelling replaced, in place.
   *
   * @throws IllegalArgumentException if the name cannot be sent
   */
  public Form with(String name, String value) {
    Entry entry = new Entry(name, value);
    Map<String, Entry> copy = new LinkedHashMap<>(entries);
    copy.put(entry.key(), entry);
    return new Form(copy);
  }

  /** This form without these elements, however they were spelled. */
  public Form without(String... names) {
    Map<String, Entry> copy = new LinkedHashMap<>(entries);
    for (String name : names) {
      copy.remove(FormKey.canonical(name));
    }
    return new Form(copy);
  }

  /** Equal if the same names have the same values in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Form && list().equals(((Form) other).list());
  }

  @Override
  public int hashCode() {
    return list().hashCode();
  }

  private List<Entry> list() {
    return new ArrayList<>(entries.values());
  }

  /** The names alone; values may be personal data or keys. */
  @Override
  public String toString() {
    return "Form" + entries.keySet();
  }

  /** One element: its name as received and its raw value. */
  public static final class Entry {
    private final String name;
    private final String key;
    private final String value;

    Entry(String name, String value) {
      Characters.requireName(name);
      this.name = name;
      this.key = FormKey.canonical(name);
      this.value = Objects.requireNonNull(value, "value");
    }

    /** As it was sent. */
    public String name() {
      return name;
    }

    /** Lower-case and in one spelling: what {@link Form#get} compares. */
    public String key() {
      return key;
    }

    public String value() {
      return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry
          && name.equals(((Entry) other).name)
          && value.equals(((Entry) other).value);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, value);
    }

    @Override
    public String toString() {
      return name;
    }
  }
}
