package org.yima.platform.audit;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yima.platform.transaction.Call;
import org.yima.protocol.Element;

/**
 * What is known of an exchange before it has an outcome.
 *
 * @param operator who sat at the till, as the request says; empty if it does not
 * @param subject the number of the order, else of the admission, else of the business cycle; empty
 *     if it names none
 * @param message SM3 of the request's bytes as they came, in hexadecimal
 */
public record Asked(
    Call call, String transaction, String operator, String subject, String message) {
  /** As the widest of these fields; what is longer was not checked yet and is cut. */
  private static final int LONGEST = 100;

  private static final Element NOTHING = Element.text("orderdata", "");

  public Asked {
    transaction = cut(transaction);
    operator = cut(operator);
    subject = cut(subject);
  }

  /** What a request asks; its fields need not be checked yet. */
  public static Asked of(Call call, String transaction, Element data, String message) {
    @Nullable Element sent = data.child("orderdata");
    Element order = sent == null ? NOTHING : sent;
    return new Asked(
        call,
        transaction,
        first(data.textOf("operatorid"), order.textOf("operatorid")),
        first(data.textOf("orderid"), data.textOf("akc190"), data.textOf("busicycleno")),
        message);
  }

  private static String first(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  private static String cut(String text) {
    int points = text.codePointCount(0, text.length());
    return points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
  }
}
