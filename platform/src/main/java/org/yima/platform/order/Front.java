package org.yima.platform.order;

import org.springframework.stereotype.Component;
import org.yima.platform.credential.Credentials;
import org.yima.platform.cycle.Cycles;

/** What is asked of whoever comes to the front desk with a code: which shift, and who it is. */
@Component
record Front(Cycles cycles, Credentials credentials) {}
