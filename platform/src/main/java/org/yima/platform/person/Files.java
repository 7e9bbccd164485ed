package org.yima.platform.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.settlement.MedicalType;
import org.yima.settlement.Member;
import org.yima.settlement.Member.Approval;
import org.yima.settlement.Member.Filing;
import org.yima.settlement.Member.Scheme;
import org.yima.settlement.Money;
import org.yima.settlement.Treated;

/**
 * Tables {@code enrolment, approval, item_approval, filing}, all rows of one person, and what their
 * account was credited of late: {@code account_posting}.
 */
@Component
public final class Files {
  private static final String ENROLMENTS =
      "select scheme, valid_from, valid_to, frozen from enrolment";
  private static final String APPROVALS =
      "select medical_type, disease_code, valid_from, valid_to from approval";
  private static final String FILINGS = "select kind, valid_from, valid_to, place from filing";
  private static final String ITEM_APPROVALS =
      "select approval_no, item_code, valid_from, valid_to from item_approval";

  private static final String CREDITS = "select period, personal_account from account_posting";

  /** What an account was opened with belongs to no month. */
  private static final String SINCE = " and period >= ? and period <> 'OPENING'";

  /** What was found, once the batch has run. */
  public record Found(
      Answer<OnFile.Enrolled> enrolments,
      Answer<Approval> approvals,
      Answer<Filing> filings,
      Answer<OnFile.ItemApproval> itemApprovals,
      Answer<OnFile.Credit> credits) {

    public OnFile onFile() {
      return new OnFile(
          enrolments.rows(),
          approvals.rows(),
          filings.rows(),
          itemApprovals.rows(),
          credits.rows());
    }
  }

  /**
   * Everything on file of a person.
   *
   * @param since the first calendar year whose credits are looked at
   */
  public Found of(Batch batch, Whom whom, int since) {
    List<Object> months = whom.keys();
    months.add(since + "-01");
    return new Found(
        ask(batch, ENROLMENTS, Files::enrolled, whom),
        ask(batch, APPROVALS, Files::approval, whom),
        ask(batch, FILINGS, Files::filing, whom),
        ask(batch, ITEM_APPROVALS, Files::itemApproval, whom),
        batch.ask(CREDITS + whom.where() + SINCE, Files::credit, months.toArray()));
  }

  private static <T> Answer<T> ask(Batch batch, String query, Batch.Row<T> reader, Whom whom) {
    return batch.ask(query + whom.where(), reader, whom.keys().toArray());
  }

  private static OnFile.Enrolled enrolled(ResultSet row) throws SQLException {
    return new OnFile.Enrolled(
        Scheme.valueOf(row.getString("scheme")),
        new Member.Period(
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getBoolean("frozen")));
  }

  private static Approval approval(ResultSet row) throws SQLException {
    return new Approval(
        MedicalType.valueOf(row.getString("medical_type")),
        row.getString("disease_code"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }

  private static Filing filing(ResultSet row) throws SQLException {
    return new Filing(
        Treated.valueOf(row.getString("kind")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("place"));
  }

  private static OnFile.Credit credit(ResultSet row) throws SQLException {
    return new OnFile.Credit(
        YearMonth.parse(row.getString("period")), Money.ofFen(row.getLong("personal_account")));
  }

  private static OnFile.ItemApproval itemApproval(ResultSet row) throws SQLException {
    return new OnFile.ItemApproval(
        row.getString("approval_no"),
        row.getString("item_code"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
