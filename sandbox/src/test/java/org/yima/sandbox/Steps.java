package org.yima.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.yima.protocol.Form;
import org.yima.sandbox.Hospital.Order;
import org.yima.sandbox.World.Inhabitant;

/** What a hospital does with an order beside paying it at once. */
record Steps(Hospital at, String cycle) {

  /** ST021. */
  Form prepare(Order order) {
    return at.call("ST021", order.unscanned().xml());
  }

  /** ST021 of a good order of one line. */
  Prepared prepare(String who, String amount) {
    return prepare(Hospital.person(who), Scene.number(), amount);
  }

  Prepared prepare(Inhabitant payer, String number, String amount) {
    Order order = at.order(number, cycle, at.scan(payer)).line("XA0001", amount);
    return Prepared.of(number, payer, prepare(order));
  }

  /** An order that waits for its payment. */
  record Prepared(String number, Inhabitant payer, Form reply) {
    static Prepared of(String number, Inhabitant payer, Form reply) {
      if (!Hospital.outcome(reply).equals("00")) {
        throw new AssertionError("not prepared: " + Hospital.message(reply));
      }
      return new Prepared(number, payer, reply);
    }

    String value(String name) {
      return Objects.requireNonNull(reply.get(name), name);
    }
  }

  /** The fields of ST022 as they are if nothing is wrong with them. */
  Map<String, String> confirmation(Prepared order) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderid", order.number());
    fields.put("ordervalidcode", order.value("ordervalidcode"));
    fields.put("busicycleno", cycle);
    fields.putAll(at.scan(order.payer()));
    return fields;
  }

  /** ST022. */
  Form confirm(Prepared order) {
    return at.call("ST022", Hospital.xml(confirmation(order)));
  }

  /** ST007 of one line. */
  Paid pay(String who, String amount) {
    return pay(Hospital.person(who), Scene.number(), amount);
  }

  Paid pay(Inhabitant payer, String number, String amount) {
    Order order = at.order(number, cycle, at.scan(payer));
    return Paid.of(at.call("ST007", order.line("XA0001", amount).xml()));
  }

  /** The fields of ST010 as they are if nothing is wrong with them. */
  Map<String, String> refunding(Inhabitant payer, Paid paid) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderid", paid.value("orderid"));
    fields.put("busicycleno", cycle);
    fields.put("balanceno", paid.balance().textOf("balanceno"));
    fields.put("balancecode", paid.value("balancecode"));
    fields.putAll(at.scan(payer));
    return fields;
  }

  /** ST010. */
  Form refund(Inhabitant payer, Paid paid) {
    return at.call("ST010", Hospital.xml(refunding(payer, paid)));
  }

  /** ST100. */
  Form cancel(String number) {
    return at.call(
        "ST100",
        Hospital.xml(Map.of("busicycleno", cycle, "orderid", number, "reason", "收费系统未能入账")));
  }

  /** ST009. */
  Form status(String number) {
    return at.call("ST009", Hospital.xml(Map.of("orderid", number)));
  }

  /** {@code paystatus}, or the reason why there is none. */
  String state(String number) {
    Form reply = status(number);
    String outcome = Hospital.outcome(reply);
    return outcome.equals("00")
        ? Objects.requireNonNull(reply.get("paystatus"), "paystatus")
        : outcome;
  }
}
