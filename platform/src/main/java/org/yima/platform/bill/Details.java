package org.yima.platform.bill;

import java.util.ArrayList;
import java.util.List;
import org.yima.protocol.Element;

/** {@code aptorderackdata} of 4.5: the registration, each charge line, the settlement. */
public final class Details {
  private Details() {}

  /** What a hospital said and what came of it, as it is answered the first time and every time. */
  public static Element of(OrderContent content, Payment payment) {
    return Element.of(
        "aptorderackdata",
        List.of(
            RegisterRet.of(content, payment),
            lines(content, payment),
            BalanceRet.of(content, payment)));
  }

  /** {@code orderentryret}: how each line was classified. */
  public static Element lines(OrderContent content, Payment payment) {
    List<Element> lines = new ArrayList<>();
    for (int i = 0; i < content.lines().size(); i++) {
      lines.add(OrderEntryRet.of(content, payment, i));
    }
    return Element.of("orderentryret", lines);
  }

  /** {@code balanceret} of what would be paid. */
  public static Element promise(OrderContent content, Payment payment) {
    return BalanceRet.promised(content, payment);
  }
}
