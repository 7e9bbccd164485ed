package org.yima.sandbox;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.yima.platform.credential.CodeService;
import org.yima.platform.person.NewPerson;
import org.yima.sandbox.World.Inhabitant;

/** Stands for the phones of the invented people: shows their codes. */
@RestController
final class ChannelApp {
  private final CodeService codes;

  ChannelApp(CodeService codes) {
    this.codes = codes;
  }

  /** Who lives here. */
  @GetMapping("/sandbox/people")
  List<Map<String, String>> people() {
    return World.people().stream()
        .map(each ->
            Map.of(
                "number", each.person().number(),
                "who", each.who(),
                "name", each.person().name().value(),
                "idno", each.person().id().value(),
                "district", each.person().district()))
        .toList();
  }

  /** A fresh code of one of them, good for 60 seconds. */
  @PostMapping("/sandbox/people/{number}/code")
  Map<String, String> show(@PathVariable String number) {
    NewPerson shown =
        World.people().stream()
            .map(Inhabitant::person)
            .filter(person -> person.number().equals(number))
            .findFirst()
            .orElseThrow(ChannelApp::unknown);
    return Map.of("ecQrCode", code(shown));
  }

  String code(NewPerson person) {
    return codes.show(person.district(), person.number()).orElseThrow(ChannelApp::unknown);
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有此人或电子凭证未激活");
  }
}
