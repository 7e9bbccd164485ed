package org.yima.client;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.yima.protocol.Element;
import org.yima.protocol.Form;
import org.yima.protocol.spec.Amounts;
import org.yima.protocol.spec.DateTimes;

/** The values of a reply by their wire names, whether they stand in a form or in XML. */
final class Values {
  private final UnaryOperator<String> source;

  private Values(UnaryOperator<String> source) {
    this.source = source;
  }

  static Values of(Form form) {
    return new Values(name -> {
      String value = form.get(name);
      return value == null ? "" : value.trim();
    });
  }

  static Values of(Element element) {
    return new Values(element::textOf);
  }

  /** The value without blanks around it; empty if it is missing. */
  String text(String name) {
    return source.apply(name);
  }

  /** A value without which the answer is of no use. */
  String required(String name) throws UnreadableAnswer {
    String value = text(name);
    if (value.isEmpty()) {
      throw new UnreadableAnswer(name);
    }
    return value;
  }

  /** An amount in fen that must be there. */
  long fen(String name) throws UnreadableAnswer {
    try {
      return Amounts.fen(required(name));
    } catch (NumberFormatException e) {
      throw new UnreadableAnswer(name);
    }
  }

  /** An amount in fen; nothing is zero. */
  long fenOrZero(String name) throws UnreadableAnswer {
    return text(name).isEmpty() ? 0 : fen(name);
  }

  LocalDateTime time(String name) throws UnreadableAnswer {
    try {
      return DateTimes.read(required(name));
    } catch (DateTimeException e) {
      throw new UnreadableAnswer(name);
    }
  }
}
