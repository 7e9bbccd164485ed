package org.yima.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yima.sandbox.Steps.Prepared;

/**
 * {@code orderovertime}: a prepared order that is not paid in time fails, and nothing else does.
 */
@ExtendWith(Scene.Shared.class)
class ExpiryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void whatIsNotPaidInTimeFails(Scene scene) {
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("E1", "0"));
    Prepared late = at.prepare("在职职工", "5.00");
    Prepared paid = at.prepare("在职职工", "6.00");
    Paid.of(at.confirm(paid));

    scene.clock.advance(Duration.ofMinutes(30));
    assertThat(at.state(late.number())).as("its last second").isEqualTo("1");
    scene.clock.advance(Duration.ofMinutes(1));
    assertThat(Hospital.outcome(at.confirm(late))).isIn("E1103", "E1102");
    waitFor(() -> at.state(late.number()).equals("3"));

    assertThat(at.state(paid.number())).isEqualTo("2");
    assertThat(at.confirm(late).get("aprtmsg")).startsWith("E1102 订单已处于状态3 支付失败");
    assertThat(Hospital.outcome(at.cancel(late.number()))).as("it is not paid").isEqualTo("00");
    assertThat(at.state(late.number())).isEqualTo("3");
    // Nothing of it keeps the cycle open.
    assertThat(Hospital.outcome(at.at().call("ST002", CycleCases.naming(at.at(), at.cycle()))))
        .isEqualTo("00");
  }

  /** Hundreds at once are more than one round of the chore takes. */
  @Test
  void manyExpireTogether(Scene scene) {
    Steps at = new Steps(scene.hospital(), scene.hospital().signIn("E2", "0"));
    Prepared model = at.prepare("在职职工", "5.00");
    scene.tables.tell(
        """
        insert into payment_order
          select (jsonb_populate_record(o, jsonb_build_object('order_no', 'LATE' || n))).*
            from payment_order o, generate_series(1, 450) n where o.order_no = ?
        """,
        model.number());
    scene.clock.advance(Duration.ofMinutes(31));
    waitFor(() ->
        scene
            .tables
            .one("select count(*) from payment_order where order_no like 'LATE%' and state = '1'")
            .equals("0"));
    assertThat(
            scene.tables.one(
                "select count(*) from payment_order where state = '1' and cycle_no = ?",
                at.cycle()))
        .isEqualTo("0");
  }

  private static void waitFor(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not happen in " + PATIENCE).isLessThan(end);
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
