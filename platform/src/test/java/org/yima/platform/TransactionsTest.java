package org.yima.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yima.platform.store.Batch;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reply;
import org.yima.platform.transaction.Transaction;
import org.yima.protocol.Element;

/** The list of transactions: those of the interface, each once. */
class TransactionsTest {
  /** A transaction that has a code and does nothing. */
  private record Named(String code) implements Transaction<String, String, String> {
    @Override
    public String read(Element transdata, Call call) {
      return "";
    }

    @Override
    public String ask(String request, Call call, Batch reads) {
      return "";
    }

    @Override
    public Outcome<String> decide(String request, Call call, String facts, Batch writes) {
      return Outcome.done("");
    }

    @Override
    public void write(String answer, Reply reply) {}
  }

  private static List<Transaction<?, ?, ?>> named(String codes) {
    return Arrays.stream(codes.split(" ", -1)).<Transaction<?, ?, ?>>map(Named::new).toList();
  }

  @Test
  void a_transaction_is_found_by_its_code() {
    var transactions = new Transactions(named("ST001 ST007 ec.query"));
    assertThat(transactions.find("ST007")).contains(new Named("ST007"));
    assertThat(transactions.find("ec.query")).contains(new Named("ec.query"));
  }

  /** Codes are exact; whatever else a caller sends finds nothing. */
  @ParameterizedTest
  @CsvSource({"st007", "ST009", "''", "'ST007 '", "../ST007"})
  void others_are_not_found(String code) {
    assertThat(new Transactions(named("ST001 ST007")).find(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ST007 ST001 ST007, ST007",
    "ST001 ST999,       ST999",
    "st001,             st001",
  })
  void a_list_that_is_not_the_interfaces_does_not_start(String codes, String named) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Transactions(named(codes)))
        .withMessage("not one transaction of the interface: " + named);
  }
}
