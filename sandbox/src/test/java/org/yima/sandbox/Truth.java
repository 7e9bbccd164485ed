package org.yima.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must be true of one district's outpatients, reckoned anew and much more simply than the
 * server does: whole fen, one person at a time, no database. By the illustrative rules of 530400
 * for active employees from 2024 on: the deductible of the year by level (100 at level 1, 300 at
 * level 3), then 65 % or 50 % of 甲 items from the fund up to 4,000.00 a year, then account, then
 * cash.
 */
final class Truth {
  private static final long MOST_FUND = 4000_00;

  /** How one bill is paid. */
  record Split(long total, long deductible, long fund, long account, long cash) {}

  /** Where an order stands. */
  enum State {
    PREPARED("1"),
    PAID("2"),
    CANCELLED("4"),
    REFUNDED("5");

    final String code;

    State(String code) {
      this.code = code;
    }
  }

  /** An order as it stands; its number is no other institution's here. */
  record Order(
      String number, String person, int level, long total, State state, Split split, String cycle) {

    Order in(State next) {
      return new Order(number, person, level, total, next, split, cycle);
    }
  }

  private final Map<String, Long> balances = new HashMap<>();
  private final Map<String, Long> deductibles = new HashMap<>();
  private final Map<String, Long> funds = new HashMap<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();
  private final Map<String, List<Long>> statements = new HashMap<>();

  void born(String person, long balance) {
    balances.put(person, balance);
  }

  long balance(String person) {
    return balances.getOrDefault(person, 0L);
  }

  long deductible(String person) {
    return deductibles.getOrDefault(person, 0L);
  }

  long fund(String person) {
    return funds.getOrDefault(person, 0L);
  }

  Map<String, Order> orders() {
    return orders;
  }

  /** Amounts of a cycle's statement, refunds negative, in no order. */
  List<Long> statement(String cycle) {
    return statements.getOrDefault(cycle, List.of());
  }

  /** How a bill would be paid now. */
  Split split(String person, int level, long total) {
    long limit = level == 1 ? 100_00 : 300_00;
    long deductible = Math.min(total, Math.max(0, limit - deductible(person)));
    long percent = level == 1 ? 65 : 50;
    long fund = Math.min(((total - deductible) * percent + 50) / 100, MOST_FUND - fund(person));
    long left = total - fund;
    long account = Math.min(left, balance(person));
    return new Split(total, deductible, fund, account, left - account);
  }

  void prepared(String number, String person, int level, long total, String cycle) {
    orders.put(
        number,
        new Order(
            number, person, level, total, State.PREPARED, split(person, level, total), cycle));
  }

  void paid(String number, String person, int level, long total, String cycle) {
    Order order =
        new Order(number, person, level, total, State.PAID, split(person, level, total), cycle);
    orders.put(number, order);
    move(order, 1);
    statements.computeIfAbsent(cycle, any -> new ArrayList<>()).add(total);
  }

  void refunded(Order order, String cycle) {
    orders.put(order.number(), order.in(State.REFUNDED));
    move(order, -1);
    statements.computeIfAbsent(cycle, any -> new ArrayList<>()).add(-order.total());
  }

  void cancelled(Order order) {
    if (order.state() == State.PAID) {
      move(order, -1);
      statements.getOrDefault(order.cycle(), new ArrayList<>()).remove((Long) order.total());
    }
    orders.put(order.number(), order.in(State.CANCELLED));
  }

  private void move(Order order, int sign) {
    balances.merge(order.person(), -sign * order.split().account(), Long::sum);
    deductibles.merge(order.person(), sign * order.split().deductible(), Long::sum);
    funds.merge(order.person(), sign * order.split().fund(), Long::sum);
  }
}
