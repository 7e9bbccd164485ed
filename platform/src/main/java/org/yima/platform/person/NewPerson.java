package org.yima.platform.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;

/**
 * A person to be entered with one enrolment, an account and an active credential.
 *
 * @param balance the account's opening balance
 * @param enrolledFrom the first day of enrolment; it is open-ended
 */
public record NewPerson(
    String district,
    String number,
    IdNumber id,
    PersonName name,
    CardNumber card,
    String sex,
    LocalDate birth,
    @Nullable String employerNo,
    @Nullable String employerName,
    Scheme scheme,
    boolean retired,
    boolean frozen,
    LocalDate enrolledFrom,
    Money balance) {}
