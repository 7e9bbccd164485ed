package org.yima.platform.admission;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yima.platform.cycle.BusinessCycle;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Refusal;

/** The tables of a stay, and what every transaction on it asks first. */
@Component
public record AdmissionBooks(Admissions admissions, Charges charges) {

  /** Why a call in this cycle may not change this admission; empty: it may. */
  public static Optional<Refusal> refusal(Answer<Admission> asked, Answer<BusinessCycle> cycle) {
    return Refusal.first(
        () -> Admissions.refusal(asked),
        () ->
            Refusal.unless(
                asked.rows().getFirst().outOfRegion() == cycle.rows().getFirst().outOfRegion(),
                Reason.CYCLE_REGION));
  }

  /** The same where the call names ST023's order too. */
  static Optional<Refusal> refusal(
      Answer<Admission> asked, Answer<BusinessCycle> cycle, String orderNo) {
    boolean same = asked.found().filter(one -> one.orderNo().equals(orderNo)).isPresent();
    return Refusal.first(
        () -> Refusal.unless(same, Reason.ADMISSION_UNKNOWN), () -> refusal(asked, cycle));
  }
}
