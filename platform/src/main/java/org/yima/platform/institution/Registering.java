package org.yima.platform.institution;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.Suite;

/** Enters parties into the registry; every change moves its version, so all servers see it. */
@Component
public final class Registering {
  private static final String DISTRICT =
      "insert into district (district, name, bill_days, cycle_hours) values (?, ?, ?, ?)";
  private static final String INSTITUTION =
      """
      insert into institution (hospcode, district, merchantcode, name, kind, level,
        care, tier, callbacks, statement_separator)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::text[], ?)
      """;
  private static final String SYSTEM =
      """
      insert into access_system (infosyscode, hospcode, name, suites, plain_allowed)
      values (?, ?, ?, ?::text[], ?)
      """;
  private static final String CERTIFICATE =
      "insert into certificate (party, certid, der, not_after) values (?, ?, ?, ?)";
  private static final String MOVED = "update registry_version set version = version + 1";

  public void enter(Batch batch, District district) {
    batch.tell(
        DISTRICT, district.code(), district.name(), district.billDays(), district.cycleHours());
  }

  public void enter(Batch batch, Institution institution) {
    batch.tell(
        INSTITUTION,
        institution.code(),
        institution.district(),
        institution.merchantCode(),
        institution.name(),
        institution.kind().name(),
        institution.level(),
        institution.care().name(),
        institution.tier().name(),
        array(institution.callbacks()),
        String.valueOf(institution.separator()));
  }

  /**
   * @param plain whether it may also send the plain signed form
   */
  public void enter(
      Batch batch,
      Institution institution,
      AccessSystem system,
      List<Suite> suites,
      boolean plain) {
    String names = array(suites.stream().map(Suite::name).toList());
    batch.tell(SYSTEM, system.code(), institution.code(), system.name(), names, plain);
  }

  public void enter(Batch batch, PartyCertificate certificate) {
    batch.tell(
        CERTIFICATE,
        certificate.party(),
        certificate.certid(),
        certificate.der(),
        certificate.notAfter().atOffset(java.time.ZoneOffset.UTC));
  }

  /** Ends a change: from now on servers read the registry again. */
  public void moved(Batch batch) {
    batch.tell(MOVED);
  }

  private static String array(List<String> texts) {
    return texts.stream()
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
