package org.yima.platform.person;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yima.settlement.Money;

/**
 * An insured person with their account, as found on a day.
 *
 * @param district where they are insured
 * @param number 个人编号 ({@code bac001})
 * @param sex 1 male, 2 female, 9 not said
 * @param balance of the personal account
 * @param enrolment the period that covers the day; empty: not enrolled then
 */
public record Insured(
    String district,
    String number,
    IdNumber id,
    PersonName name,
    CardNumber card,
    String sex,
    LocalDate birth,
    @Nullable String employerNo,
    @Nullable String employerName,
    Money balance,
    Optional<Enrolment> enrolment) {}
