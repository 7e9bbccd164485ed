package org.yima.platform.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.settlement.MedicalType;

/** Table {@code approval} as it is shown to hospitals, with the names of the diseases. */
@Component
public final class ApprovalRows {
  private static final String FIND =
      """
      select medical_type, disease_code, valid_from, valid_to,
             (select name from disease d
               where d.district = a.district and d.code = a.disease_code) as disease_name
        from approval a
      """;
  private static final String IN_ORDER = " order by medical_type, disease_code, valid_from";

  /** 审批编号 has this many characters at most. */
  private static final int LONGEST = 18;

  /**
   * One approval on file, also one that has ended.
   *
   * @param number 审批编号: what kind of approval, and for which disease
   */
  public record OnRecord(
      String number,
      MedicalType type,
      String disease,
      String diseaseName,
      LocalDate from,
      @Nullable LocalDate until) {}

  /** All approvals of a person. */
  public Answer<OnRecord> of(Batch batch, Whom whom) {
    return batch.ask(FIND + whom.where() + IN_ORDER, ApprovalRows::row, whom.keys().toArray());
  }

  private static OnRecord row(ResultSet row) throws SQLException {
    MedicalType type = MedicalType.valueOf(row.getString("medical_type"));
    String disease = row.getString("disease_code");
    String number = type.code() + disease;
    return new OnRecord(
        number.substring(0, Math.min(number.length(), LONGEST)),
        type,
        disease,
        Objects.requireNonNullElse(row.getString("disease_name"), ""),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
