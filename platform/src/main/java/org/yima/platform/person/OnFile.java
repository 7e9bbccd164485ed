package org.yima.platform.person;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.yima.settlement.Member;
import org.yima.settlement.Member.Approval;
import org.yima.settlement.Member.Filing;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;

/** What is on file of a person, also what has ended: it decides benefits. */
public record OnFile(
    List<Enrolled> enrolments,
    List<Approval> approvals,
    List<Filing> filings,
    List<ItemApproval> itemApprovals,
    List<Credit> credits) {

  /** A period of being insured in a scheme. */
  public record Enrolled(Scheme scheme, Member.Period period) {}

  /**
   * The use of one item is approved.
   *
   * @param number 相关审批编号, as the charge line names it
   * @param until the last day
   */
  public record ItemApproval(String number, String item, LocalDate from, LocalDate until) {

    boolean allows(String named, String code, LocalDate day) {
      return number.equals(named)
          && item.equals(code)
          && !day.isBefore(from)
          && !day.isAfter(until);
    }
  }

  /** What the account was credited for one month. */
  public record Credit(YearMonth month, Money amount) {}

  List<Member.Period> periods(Scheme scheme) {
    return enrolments.stream()
        .filter(enrolled -> enrolled.scheme() == scheme)
        .map(Enrolled::period)
        .toList();
  }

  /** Whether the use of an item was approved under this number. */
  public boolean approves(String number, String item, LocalDate day) {
    return itemApprovals.stream().anyMatch(approval -> approval.allows(number, item, day));
  }
}
