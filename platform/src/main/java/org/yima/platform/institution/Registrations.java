package org.yima.platform.institution;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yima.platform.institution.RegistrySnapshot.Registration;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.securitypkg.Caller;
import org.yima.securitypkg.LegacyDigest;
import org.yima.securitypkg.PartyCertificate;
import org.yima.securitypkg.PartyCertificates;
import org.yima.securitypkg.PlatformSignatureKey;
import org.yima.securitypkg.Suite;
import org.yima.settlement.Hospital;

/** Tables {@code district, institution, access_system, certificate, registry_version}. */
@Component
public final class Registrations {
  private static final String VERSION = "select version from registry_version";
  private static final String CERTIFICATES =
      "select party, der from certificate where revoked_at is null order by party, certid";
  private static final String SYSTEMS =
      """
      select i.hospcode, i.merchantcode, i.name, i.kind, i.level, i.care, i.tier,
             i.callbacks,
             i.statement_separator, d.district, d.name as district_name, d.bill_days, d.cycle_hours,
             d.visitors_settle,
             s.infosyscode, s.name as system_name, s.suites, s.plain_allowed, s.legacy_signs_hex,
             s.signature_key
        from access_system s
        join institution i on i.hospcode = s.hospcode
        join district d on d.district = i.district
       where i.enabled and s.enabled
      """;

  private final Database database;

  Registrations(Database database) {
    this.database = database;
  }

  private record Held(String party, PartyCertificate certificate) {}

  /** One registration before its certificates are known. */
  private record Row(
      Institution institution,
      AccessSystem system,
      EnumSet<Suite> suites,
      boolean plain,
      LegacyDigest digest,
      PlatformSignatureKey signatureKey) {}

  long version() {
    var batch = new Batch();
    var version = batch.ask(VERSION, row -> row.getLong(1));
    database.query(batch);
    return version.rows().getFirst();
  }

  /** Everything; the version is read first, so what changes meanwhile is read again. */
  RegistrySnapshot read() {
    var batch = new Batch();
    var version = batch.ask(VERSION, row -> row.getLong(1));
    var certificates = batch.ask(CERTIFICATES, Registrations::held);
    var systems = batch.ask(SYSTEMS, Registrations::row);
    database.query(batch);
    Map<String, List<PartyCertificate>> byParty =
        certificates.rows().stream()
            .collect(
                Collectors.groupingBy(
                    Held::party, Collectors.mapping(Held::certificate, Collectors.toList())));
    return new RegistrySnapshot(
        version.rows().getFirst(),
        systems.rows().stream().map(row -> registration(row, byParty)).toList());
  }

  private static Registration registration(
      Row row, Map<String, List<PartyCertificate>> certificates) {
    Suite[] suites = row.suites().toArray(Suite[]::new);
    Caller caller =
        Caller.of(
                party(row.institution().merchantCode(), certificates),
                party(row.system().code(), certificates))
            .suites(suites[0], Arrays.copyOfRange(suites, 1, suites.length))
            .plainForm(row.plain())
            .legacyDigest(row.digest())
            .signatureKey(row.signatureKey())
            .build();
    return new Registration(row.institution(), row.system(), caller);
  }

  private static PartyCertificates party(
      String code, Map<String, List<PartyCertificate>> certificates) {
    return PartyCertificates.of(code, certificates.getOrDefault(code, List.of()));
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(row.getString("party"), PartyCertificate.read(row.getBytes("der")));
  }

  private static Row row(ResultSet row) throws SQLException {
    var suites = EnumSet.noneOf(Suite.class);
    texts(row, "suites").forEach(name -> suites.add(Suite.valueOf(name)));
    boolean hex = row.getBoolean("legacy_signs_hex");
    return new Row(
        institution(row),
        new AccessSystem(row.getString("infosyscode"), row.getString("system_name")),
        suites,
        row.getBoolean("plain_allowed"),
        hex ? LegacyDigest.SHA1_HEX : LegacyDigest.STRING,
        PlatformSignatureKey.valueOf(
            row.getString("signature_key").toUpperCase(java.util.Locale.ROOT)));
  }

  private static Institution institution(ResultSet row) throws SQLException {
    var district =
        new District(
            row.getString("district"),
            row.getString("district_name"),
            row.getInt("bill_days"),
            row.getInt("cycle_hours"),
            row.getBoolean("visitors_settle"));
    return new Institution(
        row.getString("hospcode"),
        row.getString("merchantcode"),
        district,
        row.getString("name"),
        Institution.Kind.valueOf(row.getString("kind")),
        row.getInt("level"),
        Hospital.Kind.valueOf(row.getString("care")),
        Hospital.Tier.valueOf(row.getString("tier")),
        texts(row, "callbacks"),
        row.getString("statement_separator").charAt(0));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return List.of((String[]) array.getArray());
  }
}
