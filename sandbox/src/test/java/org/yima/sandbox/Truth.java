package org.yima.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yima.sandbox.Reckoning.Bill;
import org.yima.sandbox.Reckoning.Split;

/**
 * What must be true of orders, accounts, running totals, statements and events: a list of orders
 * and what follows from those that stand. It keeps no balance and no total that could go wrong.
 */
final class Truth {

  /** Where an order stands (4.3). */
  enum State {
    PREPARED("1"),
    PAID("2"),
    EXPIRED("3"),
    CANCELLED("4"),
    REFUNDED("5");

    final String code;

    State(String code) {
      this.code = code;
    }
  }

  /** Who is to pay what; of a stay, which of its charges and how much of the account. */
  record Terms(String person, Bill bill, @Nullable Stay stay, boolean early, long accountLimit) {

    /** A visit's. */
    Terms(String person, Bill bill) {
      this(person, bill, null, false, Long.MAX_VALUE);
    }
  }

  /**
   * An order as it stands; its number is no other institution's here.
   *
   * @param split what was promised before it is paid, what was paid afterwards
   * @param cycle of its registration, then of its payment
   * @param undoneIn the cycle of its refund
   */
  record Order(
      String number,
      Terms terms,
      State state,
      Split split,
      String cycle,
      @Nullable String undoneIn) {

    /** Whether its number is ST023's. */
    boolean admits() {
      return terms.stay() != null && terms.stay().patient.order().equals(number);
    }

    Order in(State next, @Nullable String cycleOfUndoing) {
      return new Order(number, terms, next, split, cycle, cycleOfUndoing);
    }
  }

  private final Map<String, Long> credited = new HashMap<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, List<String>> events = new HashMap<>();

  void born(String person, long balance) {
    credited.put(person, balance);
  }

  List<Order> orders() {
    return List.copyOf(orders.values());
  }

  List<Order> in(State state) {
    return orders.values().stream().filter(order -> order.state() == state).toList();
  }

  Order order(String number) {
    return Objects.requireNonNull(orders.get(number), number);
  }

  boolean knows(String number) {
    return orders.containsKey(number);
  }

  private Stream<Order> paidBy(String person) {
    return in(State.PAID).stream().filter(order -> order.terms().person().equals(person));
  }

  long balance(String person) {
    return credited.getOrDefault(person, 0L)
        - paidBy(person).mapToLong(order -> order.split().account()).sum();
  }

  /** The running totals of the year that are not zero. */
  Map<String, Long> totals(String person) {
    return sum(paidBy(person));
  }

  private static Map<String, Long> sum(Stream<Order> standing) {
    Map<String, Long> totals = new TreeMap<>();
    standing.forEach(order ->
        order.split().moved().forEach((counter, by) -> totals.merge(counter, by, Long::sum)));
    totals.values().removeIf(total -> total == 0);
    return totals;
  }

  /** What stands of a stay. */
  Map<String, Long> totals(Stay stay) {
    return sum(in(State.PAID).stream().filter(order -> order.terms().stay() == stay));
  }

  /** Whether something of a stay is paid. */
  boolean isSettled(Stay stay) {
    return in(State.PAID).stream().anyMatch(order -> order.terms().stay() == stay);
  }

  /** How a bill would be paid now. */
  Split split(Terms terms) {
    Map<String, Long> sameStay = terms.stay() == null ? Map.of() : totals(terms.stay());
    long account = Math.min(terms.accountLimit(), balance(terms.person()));
    return Reckoning.of(terms.bill(), totals(terms.person()), sameStay, account);
  }

  /**
   * A cycle's statement, refunds negative, in no order.
   *
   * @param column what of each order
   */
  List<Long> statement(String cycle, ToLongFunction<Split> column) {
    List<Long> lines = new ArrayList<>();
    for (Order order : orders.values()) {
      boolean stood = order.state() == State.PAID || order.state() == State.REFUNDED;
      if (stood && order.cycle().equals(cycle)) {
        lines.add(column.applyAsLong(order.split()));
      }
      if (cycle.equals(order.undoneIn())) {
        lines.add(-column.applyAsLong(order.split()));
      }
    }
    return lines;
  }

  /** What an institution is told, in its order: {@code N1 paid}. */
  List<String> events(String hospital) {
    return events.getOrDefault(hospital, List.of());
  }

  private void tell(Order order, String event) {
    tell(order.terms().bill().hospital(), order.number() + " " + event);
  }

  private void tell(String hospital, String event) {
    events.computeIfAbsent(hospital, any -> new ArrayList<>()).add(event);
  }

  /** Registered, and said what would be paid. */
  void prepared(String number, Terms terms, String cycle) {
    orders.put(number, new Order(number, terms, State.PREPARED, split(terms), cycle, null));
  }

  void paid(String number, Terms terms, String cycle) {
    Order order = new Order(number, terms, State.PAID, split(terms), cycle, null);
    orders.put(number, order);
    tell(order, "paid");
    if (terms.stay() != null) {
      terms.stay().settled(number, terms.early());
    }
  }

  /** Taken back: ST023's number ends unless it has before, and so do others that ST034 named. */
  void withdrawn(Stay stay) {
    if (!knows(stay.patient.order())) {
      tell(stay.hospital, stay.patient.order() + " cancelled");
    }
    in(State.PREPARED).stream()
        .filter(order -> order.terms().stay() == stay)
        .forEach(this::cancelled);
    stay.withdrawn();
  }

  void refunded(Order order, String cycle, String event) {
    undo(order.in(State.REFUNDED, cycle), event);
  }

  /** Nothing happens to what had ended before. */
  void cancelled(Order order) {
    if (order.state() == State.PREPARED || order.state() == State.PAID) {
      undo(order.in(State.CANCELLED, null), "cancelled");
    }
  }

  void expired(Order order) {
    undo(order.in(State.EXPIRED, null), "expired");
  }

  private void undo(Order now, String event) {
    State before = order(now.number()).state();
    orders.put(now.number(), now);
    tell(now, event);
    if (before == State.PAID && now.terms().stay() != null) {
      now.terms().stay().released(now.number());
    }
  }
}
