package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yima.protocol.Form;
import org.yima.sandbox.Ward.Line;
import org.yima.sandbox.Ward.Patient;

/**
 * Whoever needs a stay and its order takes the stay first, so that no two calls wait for each
 * other: while somebody holds the stay, a call waits for it and holds nothing of the order.
 */
@ExtendWith(Scene.Shared.class)
class StayLocksTest {

  /** A call that changes what has settled a stay, made ready to be sent. */
  record Call(String name, Ready ready) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Ready {
    Supplier<String> of(Scene scene, Ward ward, Patient patient);
  }

  static Stream<Call> calls() {
    return Stream.of(
        sending("ST034 预结算", (ward, patient) -> () -> ward.presettle(patient, "1000.00")),
        sending("ST024 无费退院", (ward, patient) -> () -> ward.withdraw(patient)),
        sending("ST022 验码支付", StayLocksTest::settling),
        sending("ST010 退费", StayLocksTest::refunding),
        sending("ST100 取消", StayLocksTest::cancelling),
        new Call("经办冲正", StayLocksTest::reversing));
  }

  private interface Sending {
    Supplier<Form> of(Ward ward, Patient patient);
  }

  private static Call sending(String name, Sending sending) {
    return new Call(
        name,
        (scene, ward, patient) -> {
          Supplier<Form> call = sending.of(ward, patient);
          return () -> Hospital.outcome(call.get());
        });
  }

  private static Supplier<Form> settling(Ward ward, Patient patient) {
    Form promise = ward.presettle(patient, "1000.00");
    return () -> ward.settle(patient, promise);
  }

  private static Paid paid(Ward ward, Patient patient) {
    return Paid.of(settling(ward, patient).get());
  }

  private static Supplier<Form> refunding(Ward ward, Patient patient) {
    Paid paid = paid(ward, patient);
    return () -> new Steps(ward.at(), ward.cycle()).refund(patient.who(), paid);
  }

  private static Supplier<Form> cancelling(Ward ward, Patient patient) {
    paid(ward, patient);
    return () -> new Steps(ward.at(), ward.cycle()).cancel(patient.order());
  }

  private static Supplier<String> reversing(Scene scene, Ward ward, Patient patient) {
    paid(ward, patient);
    var office = scene.sandbox.reversals();
    String hospcode = ward.at().place().institution().code();
    office.propose(hospcode, patient.order(), "患者已离院", "甲");
    return () -> {
      office.approve(hospcode, patient.order(), "乙");
      return "00";
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("calls")
  void theStayBeforeItsOrder(Call call, Scene scene) throws Exception {
    Ward ward = scene.ward();
    Patient patient = ward.admit(scene.newcomer("100.00"));
    ward.charge(patient, List.of(new Line("R1", "1", "1000.00")));
    Supplier<String> ready = call.ready().of(scene, ward, patient);
    try (Connection holder = DriverManager.getConnection(scene.sandbox.databaseUrl())) {
      holder.setAutoCommit(false);
      lock(holder, "admission", "admission_no", patient.admission());
      CompletableFuture<String> outcome = CompletableFuture.supplyAsync(ready);
      untilItWaits(scene);
      assertThat(outcome).isNotDone();
      assertThat(lock(holder, "payment_order", "order_no", patient.order())).as("free").isTrue();
      holder.rollback();
      assertThat(outcome.get()).isEqualTo("00");
    }
  }

  /** Whether it was free. */
  private static boolean lock(Connection holder, String table, String column, String value)
      throws SQLException {
    String statement =
        "select from %s where %s = ? for update skip locked".formatted(table, column);
    try (var locking = holder.prepareStatement(statement)) {
      locking.setString(1, value);
      return locking.executeQuery().next();
    }
  }

  private static void untilItWaits(Scene scene) {
    String waiting =
        "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0";
    for (int i = 0; i < 500 && scene.tables.one(waiting).equals("0"); i++) {
      LockSupport.parkNanos(2_000_000);
    }
  }
}
