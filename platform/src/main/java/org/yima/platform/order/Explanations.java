package org.yima.platform.order;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.Result;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.transaction.Call;

/** Why a payment came out as it did, step by step, as it was kept with the settlement. */
@Component
public final class Explanations {
  private final Orders orders;
  private final Database database;

  Explanations(Orders orders, Database database) {
    this.orders = orders;
    this.database = database;
  }

  /**
   * One step.
   *
   * @param name what it is called, such as 起付线
   * @param citation the document that its figure comes from; empty where it has none
   * @param sentence for the patient
   */
  public record Step(String name, String citation, String sentence) {}

  /** The steps of an order of the calling institution; none if it is not paid. */
  public List<Step> of(Call call, String orderNo) {
    var batch = new Batch();
    var found = orders.find(batch, call, orderNo);
    database.query(batch);
    return found
        .found()
        .flatMap(Orders.Found::payment)
        .map(payment -> payment.result().steps().stream().map(Explanations::step).toList())
        .orElse(List.of());
  }

  private static Step step(Result.Step step) {
    return new Step(step.name(), step.citation(), step.sentence());
  }
}
