package org.yima.sandbox;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yima.sandbox.Hospital.Order;

/**
 * One call that is refused, and the exact {@code aprtmsg} that says why.
 *
 * @param attempt prepares what has to be there, and gives the call
 */
record Refused(String label, String answer, Function<Scene, Attempt> attempt) {

  /** A call ready to be sent, and what is to be put back after it. */
  record Attempt(Hospital from, String transtype, String transdata, Runnable undo) {
    static Attempt of(Hospital from, String transtype, String transdata) {
      return new Attempt(from, transtype, transdata, () -> {});
    }

    static Attempt pay(Hospital from, Order order) {
      return of(from, "ST007", order.xml());
    }

    Attempt undo(Runnable action) {
      return new Attempt(from, transtype, transdata, action);
    }
  }

  /** A bill at the first hospital, of the employee, with one change. */
  static Refused bill(String label, String answer, UnaryOperator<Order> change) {
    return bill("在职职工", label, answer, change);
  }

  static Refused bill(String who, String label, String answer, UnaryOperator<Order> change) {
    return new Refused(
        label,
        answer,
        scene -> Attempt.pay(scene.hospital(), change.apply(scene.order(scene.hospital(), who))));
  }

  /** The reason's number, such as {@code E1203}. */
  String number() {
    return answer.substring(0, answer.indexOf(' '));
  }

  @Override
  public String toString() {
    return label + " → " + number();
  }
}
