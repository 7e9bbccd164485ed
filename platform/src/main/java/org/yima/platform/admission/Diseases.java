package org.yima.platform.admission;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.bill.OrderContent;
import org.yima.platform.bill.OrderType;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.settlement.MedicalType;

/** Whether a diagnosis is in the list of diseases (ka19) of the place of treatment. */
@Component
public final class Diseases {
  private static final String LISTED =
      """
      select exists (select from disease where district = ? and code = ?
        and valid_from <= ? and (valid_to is null or valid_to >= ?))
      """;

  public Answer<Boolean> isListed(Batch batch, Call call, String code, LocalDate day) {
    return batch.ask(LISTED, row -> row.getBoolean(1), call.district(), code, day, day);
  }

  /** The stay as a bill, unless its medical type asks for a listed disease (4.6) and has none. */
  public static Outcome<OrderContent> bill(
      Admission stay, LocalDate day, List<ChargeLine> lines, boolean unlisted) {
    boolean needed =
        MedicalType.of(OrderType.INPATIENT.medical(), stay.content().medicalType())
            .filter(MedicalType::needsListedDisease)
            .isPresent();
    return needed && unlisted
        ? Outcome.refuse(Reason.DISEASE_NEEDED, stay.content().disease())
        : Outcome.done(stay.bill(day, lines));
  }
}
