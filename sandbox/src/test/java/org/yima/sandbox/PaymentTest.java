package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yima.protocol.Element;
import org.yima.protocol.ElementReader;
import org.yima.protocol.Form;
import org.yima.protocol.MalformedMessage;

/** The outpatient path through the real interface. */
class PaymentTest {
  @TempDir static Path folder;
  static Sandbox sandbox;
  static Hospital hospital;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start(folder, 0, Clock.systemUTC());
    hospital = Hospital.first(sandbox, Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  /**
   * 300 yuan in scope meet the yearly deductible of 300; the next 100 are paid half by the fund.
   */
  @Test
  void theSecondBillOfTheYearIsAboveTheDeductible() throws MalformedMessage {
    String cycle = hospital.signIn("01", "0");
    var person = Hospital.person("在职职工");
    Form first =
        hospital.call(
            "ST007",
            hospital.order("P1", cycle, hospital.scan(person)).line("XA0001", "300.00").xml());
    Form second =
        hospital.call(
            "ST007",
            hospital.order("P2", cycle, hospital.scan(person)).line("XA0001", "100.00").xml());

    assertThat(balance(first, "ake039")).isEqualTo("0.00");
    assertThat(balance(first, "bkc029")).isEqualTo("300.00");
    assertThat(balance(first, "akc255")).isEqualTo("300.00");
    assertThat(balance(second, "ake039")).isEqualTo("50.00");
    assertThat(balance(second, "akc255")).isEqualTo("50.00");
    assertThat(balance(second, "akc087after")).isEqualTo("850.00");
    assertThat(balance(second, "akc261")).isEqualTo("0.00");
  }

  private static String balance(Form reply, String field) throws MalformedMessage {
    String details = Objects.requireNonNull(reply.get("aptorderackdata"), Hospital.message(reply));
    Element balance = ElementReader.read(details).child("balanceret");
    return Objects.requireNonNull(balance).textOf(field);
  }
}
