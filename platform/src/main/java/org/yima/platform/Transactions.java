package org.yima.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.spec.Spec;

/** All transactions by their code. */
@Component
final class Transactions {
  private final Map<String, Transaction<?, ?, ?>> byCode = new TreeMap<>();

  /**
   * @throws IllegalStateException if two have one code, or the interface has no such transaction
   */
  Transactions(List<Transaction<?, ?, ?>> all) {
    for (Transaction<?, ?, ?> each : all) {
      boolean first = byCode.put(each.code(), each) == null;
      if (!first || Spec.get().transaction(each.code()) == null) {
        throw new IllegalStateException("not one transaction of the interface: " + each.code());
      }
    }
  }

  Optional<Transaction<?, ?, ?>> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
