package org.yima.policy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.yima.settlement.Bill;
import org.yima.settlement.Member;
import org.yima.settlement.Policy;

/** All policies: of every district and scheme, as they stood and stand on every day. Immutable. */
public final class PolicyBook {

  private record Key(String district, Member.Scheme scheme) {}

  /** By the start of each file, then by the days on which its figures change. */
  private final Map<Key, NavigableMap<LocalDate, NavigableMap<LocalDate, Policy>>> shelves =
      new HashMap<>();

  /** Empty; filled by who makes it, before anybody else sees it. */
  PolicyBook() {}

  private PolicyBook(List<SourceFile> files) {
    for (SourceFile file : files) {
      add(PolicyFile.read(file));
    }
  }

  /**
   * Reads every {@code *.yaml} of the folder except those under {@code cases}.
   *
   * @throws PolicyException if a file cannot be used
   * @throws java.io.UncheckedIOException if the folder cannot be read
   */
  public static PolicyBook load(Path folder) {
    return new PolicyBook(
        SourceFile.under(folder).stream().filter(file -> !file.isCase()).toList());
  }

  /** The policies that ship with the product, from the class path. */
  public static PolicyBook bundled() {
    return new PolicyBook(SourceFile.bundled(name -> !SourceFile.isCase(name)));
  }

  /** The policy of a bill's day; empty: the book has none for the district, scheme and day. */
  public Optional<Policy> policyFor(String district, Member.Scheme scheme, LocalDate day) {
    var shelf = shelves.get(new Key(district, scheme));
    var file = shelf == null ? null : shelf.floorEntry(day);
    return file == null
        ? Optional.empty()
        : Optional.of(file.getValue().floorEntry(day).getValue());
  }

  /**
   * The policy that settles a bill: that of its day, unless that one judges stays by their
   * admission; then that of the admission's day.
   */
  public Optional<Policy> policyFor(String district, Member.Scheme scheme, Bill bill) {
    return policyFor(district, scheme, decidingDay(district, scheme, bill));
  }

  /**
   * The day that decides which policy settles a bill: its own, or that of the admission where the
   * policy of its own day says so.
   */
  public LocalDate decidingDay(String district, Member.Scheme scheme, Bill bill) {
    return policyFor(district, scheme, bill.date())
        .map(policy -> policy.judged(bill).date())
        .orElse(bill.date());
  }

  /**
   * @throws PolicyException if another file already holds from the same day
   */
  void add(PolicyFile file) {
    NavigableMap<LocalDate, Policy> policies = file.policies();
    Policy any = policies.firstEntry().getValue();
    var shelf =
        shelves.computeIfAbsent(new Key(any.district(), any.scheme()), key -> new TreeMap<>());
    if (shelf.putIfAbsent(policies.firstKey(), policies) != null) {
      throw new PolicyException(
          file.name(),
          1,
          "该统筹区、险种已有另一文件自 " + policies.firstKey() + " 起；请合并或改日期",
          "another file for this district and scheme holds from %s; merge them or change the date"
              .formatted(policies.firstKey()));
    }
  }
}
