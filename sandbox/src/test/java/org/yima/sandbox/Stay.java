package org.yima.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yima.sandbox.Reckoning.Bill;
import org.yima.sandbox.Reckoning.Kind;

/** What must be true of a stay in hospital: its charges, and which order has paid each. */
final class Stay {

  /** Where it stands: ST036's {@code admissionstate}. */
  enum State {
    OPEN("1"),
    SETTLED("2"),
    WITHDRAWN("3");

    final String code;

    State(String code) {
      this.code = code;
    }
  }

  /**
   * One line.
   *
   * @param fen of what is left of it
   * @param early of the first day, which an interim settlement pays
   * @param halved whether half of it was taken back
   * @param paidBy the order that has paid it; null: none
   */
  record Charge(
      String serial,
      long fen,
      boolean inScope,
      boolean early,
      boolean halved,
      @Nullable String paidBy) {

    Charge left(long rest) {
      return new Charge(serial, rest, inScope, early, true, paidBy);
    }

    Charge by(@Nullable String order) {
      return new Charge(serial, fen, inScope, early, halved, order);
    }
  }

  final Ward.Patient patient;
  final String hospital;
  private final int level;
  private final Kind kind;
  private final Map<String, Charge> charges = new LinkedHashMap<>();
  private State state = State.OPEN;

  Stay(Ward.Patient patient, String hospital, int level, Kind kind) {
    this.patient = patient;
    this.hospital = hospital;
    this.level = level;
    this.kind = kind;
  }

  State state() {
    return state;
  }

  String person() {
    return patient.who().person().number();
  }

  /** What is left of all of them, paid or not. */
  List<Charge> charges() {
    return List.copyOf(charges.values());
  }

  void charged(Charge charge) {
    charges.put(charge.serial(), charge);
  }

  /** Takes a line away, or but a part of it. */
  void left(Charge charge, long rest) {
    if (rest == 0) {
      charges.remove(charge.serial());
    } else {
      charges.put(charge.serial(), charge.left(rest));
    }
  }

  /** What nobody has paid. */
  List<Charge> pending(boolean early) {
    return charges.values().stream()
        .filter(charge -> charge.paidBy() == null && (charge.early() || !early))
        .toList();
  }

  /** The bill of what is pending. */
  Bill bill(boolean early) {
    List<Charge> pending = pending(early);
    return new Bill(
        kind,
        hospital,
        level,
        pending.stream().mapToLong(Charge::fen).sum(),
        pending.stream().filter(Charge::inScope).mapToLong(Charge::fen).sum());
  }

  void settled(String order, boolean early) {
    new ArrayList<>(pending(early))
        .forEach(charge -> charges.put(charge.serial(), charge.by(order)));
    if (!early) {
      state = State.SETTLED;
    }
  }

  void released(String order) {
    charges.replaceAll(
        (serial, charge) -> Objects.equals(charge.paidBy(), order) ? charge.by(null) : charge);
    state = State.OPEN;
  }

  void withdrawn() {
    charges.values().removeIf(charge -> charge.paidBy() == null);
    state = State.WITHDRAWN;
  }
}
