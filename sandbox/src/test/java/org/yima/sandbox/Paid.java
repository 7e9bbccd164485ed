package org.yima.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;
import org.yima.settlement.Money;

/** The answer to a paid order, read as a hospital reads it. */
record Paid(Form reply) {
  /** The answer if it says paid. */
  static Paid of(Form reply) {
    if (!Hospital.outcome(reply).equals("00")) {
      throw new AssertionError("not paid: " + Hospital.message(reply));
    }
    return new Paid(reply);
  }

  String value(String name) {
    return Objects.requireNonNull(reply.get(name), name);
  }

  Element register() {
    return details("registerret");
  }

  List<Element> lines() {
    return details("orderentryret").children();
  }

  Element balance() {
    return details("balanceret");
  }

  Money amount(String name) {
    return Money.of(balance().textOf(name));
  }

  private Element details(String block) {
    try {
      Element all = ElementReader.read(value("aptorderackdata"));
      return Objects.requireNonNull(all.child(block), block);
    } catch (MalformedMessage e) {
      throw new AssertionError(e);
    }
  }

  /** Everything the answer says of the business; the same for the same payment, for ever. */
  Map<String, String> business() {
    Map<String, String> business = new TreeMap<>(RefusalTest.elements(reply));
    business.remove("transtype");
    return business;
  }
}
