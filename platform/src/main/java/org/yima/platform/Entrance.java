package org.yima.platform;

import org.springframework.stereotype.Component;
import org.yima.platform.audit.Trail;
import org.yima.platform.institution.FailedOpenings;
import org.yima.securitypkg.Reception;

/**
 * Who comes in: what opens a message and proves its caller, how many may come, who could not be let
 * in, and the record of those who were.
 */
@Component
record Entrance(Reception reception, Limits limits, FailedOpenings failures, Trail trail) {}
