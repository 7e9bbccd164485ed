package org.yima.platform.admission;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.yima.platform.bill.ChargeLine;
import org.yima.platform.store.Vault;

/** Tells the same charge line sent again from another one under its number: a keyed digest. */
@Component
final class LineDigest {
  private static final String PURPOSE = "charge.line";

  private final Vault vault;

  LineDigest(Vault vault) {
    this.vault = vault;
  }

  String of(ChargeLine line, LocalDateTime at) {
    return HexFormat.of().formatHex(vault.digest(PURPOSE, bytes(line, at)));
  }

  boolean isSame(String stored, ChargeLine line, LocalDateTime at) {
    return vault.isDigest(HexFormat.of().parseHex(stored), PURPOSE, bytes(line, at));
  }

  /** Texts of the interface hold no control characters. */
  private static byte[] bytes(ChargeLine line, LocalDateTime at) {
    return (String.join("\u001f", line.pack()) + '\u001e' + at).getBytes(StandardCharsets.UTF_8);
  }
}
