// Written by `npm run web:client` from the service's OpenAPI document.
export interface paths {
    "/api/bodies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bodies you may read */
        get: operations["listBodies"];
        put?: never;
        /**
         * Register a body
         * @description Roles: admin, secretary.
         */
        post: operations["registerBody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A body: parties, roles and holders, policies */
        get: operations["getBody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Meetings by date */
        get: operations["listMeetings"];
        put?: never;
        /**
         * Schedule a meeting
         * @description Roles: secretary, admin.
         */
        post: operations["scheduleMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A meeting, who was there, and how much of what it decided is followed up */
        get: operations["getMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/agenda-draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Points to take up at a meeting (punkter att ta upp)
         * @description What is expected at the meeting, late, reported but not taken up, decided per capsulam, or promised; each with its reason. A draft: worked out from the log as it is now, empty for a meeting that is held or cancelled.
         */
        get: operations["agendaDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Matters by title */
        get: operations["listMatters"];
        put?: never;
        /**
         * Open a matter
         * @description Roles: chair, secretary.
         */
        post: operations["openMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A matter with its timetable */
        get: operations["getMatter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision log */
        get: operations["listDecisions"];
        put?: never;
        /**
         * Record a decision at an item of the agenda
         * @description Roles: chair, secretary.
         */
        post: operations["recordDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/sheet.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision log as a spreadsheet */
        get: operations["decisionSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A decision with its points, as it is worded now */
        get: operations["getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The full history of a decision
         * @description Its points, every assignment that came of it and of their successors, every move, report and closing, in time order, each with who, the three dates, the sentence it came from and a readable line.
         */
        get: operations["decisionHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assignments */
        get: operations["listAssignments"];
        put?: never;
        /**
         * Give an assignment
         * @description The deadline is written as in the minutes; see `GET /api/deadlines` for how words are understood.
         *
         *     Roles: chair, secretary.
         */
        post: operations["giveAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/sheet.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assignments as a spreadsheet */
        get: operations["assignmentSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An assignment: how far it has come, and when to expect an answer */
        get: operations["getAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an assignment evolved, fact by fact
         * @description In the order the facts were stated; each with the state after it and what it changed.
         */
        get: operations["replayAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs in an assignment between two dates */
        get: operations["compareAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When can we expect to hear back
         * @description Open assignments and planned milestones in the order of the last day of their time.
         */
        get: operations["expectedFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is about to fall between the chairs (mellan stolarna)
         * @description Each row says why, and what to do about it.
         */
        get: operations["attention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search what was decided, asked, reported and reasoned
         * @description Hits come with the sentence they stand in. Names of people are not searched.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was waited for as of a date */
        get: operations["board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was added, removed and changed between two dates */
        get: operations["compareBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/board/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open as of a date, counted (ärendebalans) */
        get: operations["balance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail: who recorded what, when
         * @description What belongs to no body (persons, erasures) is shown to those who may read every body.
         */
        get: operations["audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the words of a deadline are understood
         * @description Nothing is recorded.
         */
        get: operations["understandDeadline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People by name
         * @description Only for those who keep the register.
         */
        get: operations["listPeople"];
        put?: never;
        /**
         * Register a person
         * @description Personal data can be erased later; nothing else in the log holds it.
         *
         *     Roles: secretary, admin.
         */
        post: operations["registerPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A person
         * @description For those who keep the register, and for the person.
         */
        get: operations["getPerson"];
        put?: never;
        /**
         * Change a person’s details
         * @description Roles: secretary, admin.
         */
        post: operations["updatePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What goes out, to whom, when and why; and what does not
         * @description By day. Worked out anew whenever something changes, so nothing here is a promise.
         */
        get: operations["listPlannedReminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger of an assignment: planned, withheld, sent, arrived, answered */
        get: operations["getReminderLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your calendar feeds, the newest first
         * @description Nobody else’s. The secrets are not kept, and cannot be shown again.
         */
        get: operations["listFeeds"];
        put?: never;
        /**
         * Open a calendar feed at a secret address
         * @description Whoever opens it makes the secret; the log keeps only its digest.
         *
         *     Roles: chair, secretary, responsible, auditor, reader, admin.
         */
        post: operations["openFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/party-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Form a group of parties
         * @description Roles: secretary, admin.
         */
        post: operations["formPartyGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Admit a party
         * @description Roles: secretary, admin.
         */
        post: operations["admitParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/parties/{party}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a party left
         * @description Roles: secretary, admin.
         */
        post: operations["recordPartyLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Define a role
         * @description Roles: secretary, admin.
         */
        post: operations["defineRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/roles/{role}/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appoint a holder of a role
         * @description Roles: secretary, admin.
         */
        post: operations["appointHolder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/roles/{role}/holders/{person}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a person no longer holds a role
         * @description Roles: secretary, admin.
         */
        post: operations["recordHolderLeft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/reminder-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set when reminders go out
         * @description Roles: secretary, admin.
         */
        post: operations["setReminderPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bodies/{id}/cycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place a topic in the annual cycle
         * @description Roles: secretary, admin.
         */
        post: operations["placeCycleEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a meeting
         * @description Roles: chair, secretary.
         */
        post: operations["moveMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a meeting
         * @description Roles: chair, secretary.
         */
        post: operations["cancelMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a meeting was held
         * @description Roles: chair, secretary.
         */
        post: operations["recordMeetingHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/per-capsulam/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send out a decision per capsulam
         * @description Roles: chair, secretary.
         */
        post: operations["openPerCapsulam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/per-capsulam/conclude": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Conclude a decision per capsulam
         * @description Roles: chair, secretary.
         */
        post: operations["concludePerCapsulam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/per-capsulam/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a decision per capsulam was reported to a meeting
         * @description Roles: chair, secretary.
         */
        post: operations["reportPerCapsulam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/notes-approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that the notes were approved
         * @description With `confirmDecisions` every recorded decision of the meeting is confirmed as well.
         *
         *     Roles: chair, secretary.
         */
        post: operations["approveNotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/milestones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Plan a milestone
         * @description The date is written as in the minutes.
         *
         *     Roles: chair, secretary.
         */
        post: operations["planMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/milestones/{milestone}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a milestone
         * @description Roles: chair, secretary.
         */
        post: operations["moveMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/milestones/{milestone}/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a milestone was reached
         * @description Roles: chair, secretary.
         */
        post: operations["reachMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/milestones/{milestone}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Drop a milestone
         * @description Roles: chair, secretary.
         */
        post: operations["dropMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link to a matter, a decision or a document
         * @description Roles: chair, secretary.
         */
        post: operations["linkMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a matter
         * @description Roles: chair, secretary.
         */
        post: operations["closeMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/matters/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed matter again
         * @description Roles: chair, secretary.
         */
        post: operations["reopenMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/points/{n}/no-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark that a point needs no action
         * @description Roles: chair, secretary.
         */
        post: operations["markNoActionNeeded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a recorded decision
         * @description Roles: chair, secretary.
         */
        post: operations["confirmDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Correct what was recorded wrongly
         * @description What stood before is kept.
         *
         *     Roles: chair, secretary.
         */
        post: operations["correctDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/amend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Amend a decision by a new one
         * @description Roles: chair, secretary.
         */
        post: operations["amendDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/supersede": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a decision by a later one
         * @description Roles: chair, secretary.
         */
        post: operations["supersedeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a decision
         * @description Roles: chair, secretary.
         */
        post: operations["revokeDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/decisions/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record to whom a decision was sent
         * @description Roles: chair, secretary.
         */
        post: operations["dispatchDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/promote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a commitment an assignment
         * @description Roles: chair, secretary.
         */
        post: operations["promoteCommitment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/recipient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name the body that is to hear back
         * @description Roles: chair, secretary.
         */
        post: operations["nameRecipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/responsible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a responsible role
         * @description Roles: chair, secretary.
         */
        post: operations["addResponsible"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/responsible/{role}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release a role from its responsibility
         * @description Roles: chair, secretary.
         */
        post: operations["releaseResponsible"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/deliverables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a deliverable
         * @description Roles: chair, secretary.
         */
        post: operations["defineDeliverable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/deliverables/{deliverable}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a deliverable in full, in part or as unanswerable
         * @description Roles: secretary, responsible.
         */
        post: operations["reportDeliverable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/preconditions/{precondition}/met": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record that a precondition is met
         * @description Roles: secretary, responsible.
         */
        post: operations["meetPrecondition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge an assignment
         * @description Roles: secretary, responsible.
         */
        post: operations["acknowledgeAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report progress
         * @description Roles: secretary, responsible.
         */
        post: operations["reportProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the deadline
         * @description Give a reason, or say with `reasonStated: false` that the source gives none.
         *
         *     Roles: chair, secretary.
         */
        post: operations["moveDeadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/final-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the final report
         * @description Roles: secretary, responsible.
         */
        post: operations["submitFinalReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/wrong-assignee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the assignment has come to the wrong one
         * @description The secretary sees it; the assignment stays where it is until somebody else is named.
         *
         *     Roles: secretary, responsible.
         */
        post: operations["reportWrongAssignee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a supplement
         * @description Roles: chair, secretary.
         */
        post: operations["requestSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an assignment
         * @description Only the body closes, never the responsible.
         *
         *     Roles: chair, secretary.
         */
        post: operations["closeAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a closed assignment again
         * @description Roles: chair, secretary.
         */
        post: operations["reopenAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an assignment by another
         * @description Roles: chair, secretary.
         */
        post: operations["replaceAssignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State an absence
         * @description Roles: secretary, admin.
         */
        post: operations["stateAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/deputy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Name who stands in
         * @description Roles: secretary, admin.
         */
        post: operations["nameDeputy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a person’s data for good
         * @description History stays readable (“tidigare handläggare”). This cannot be undone.
         *
         *     Roles: admin.
         */
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reminders/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause the reminders of an assignment
         * @description The revision is that of the reminders, which the ledger answers with; not of the assignment.
         *
         *     Roles: secretary, admin.
         */
        post: operations["pauseReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reminders/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume the reminders of an assignment
         * @description The revision is that of the reminders, which the ledger answers with; not of the assignment.
         *
         *     Roles: secretary, admin.
         */
        post: operations["resumeReminders"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reminders/recipient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say who is reminded instead of the holders of a role
         * @description The revision is that of the reminders, which the ledger answers with; not of the assignment.
         *
         *     Roles: secretary, admin.
         */
        post: operations["changeReminderRecipient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reminders/now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remind now
         * @description It goes out within a minute, on a working day from eight on; the next working day to who has had a letter today. The revision is that of the reminders, which the ledger answers with; not of the assignment.
         *
         *     Roles: secretary, admin.
         */
        post: operations["remindNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assignments/{id}/reminders/links/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the links of a letter about this assignment useless
         * @description The revision is that of the reminders, which the ledger answers with; not of the assignment.
         *
         *     Roles: secretary, admin.
         */
        post: operations["revokeReminderLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feeds/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a calendar feed
         * @description Roles: chair, secretary, responsible, auditor, reader, admin.
         */
        post: operations["revokeFeed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes, as it changes
         * @description Server-sent events. `changed`: `{position, changes: [{kind, id, body, type}]}`, the event id is the place in the log. `reset`: too much has happened, fetch everything again. `clock`: the clock of a demo was moved. With `Last-Event-ID` it goes on where it was.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in from a browser
         * @description Answers with a cookie that scripts cannot read and that is sent to this service only. It lasts twelve hours.
         */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who you are, in what roles, and what day it is */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom to try the demo as (demo mode) */
        get: operations["demoPersonas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What time it is (demo mode) */
        get: operations["demoClock"];
        put?: never;
        /**
         * Move the clock forward (demo mode)
         * @description To a day (eight in the morning), to a point in time, or by a number of days. What the story holds and what is to be sent on every morning on the way comes in its order.
         */
        post: operations["moveDemoClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process answers */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the log can be reached and the read models follow it */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which version this is */
        get: operations["version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mails that were kept instead of sent, the newest first
         * @description Empty when a mail server is set. Only mails about bodies of which you are secretary or administrator.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A mail that was kept instead of sent */
        get: operations["getOutboxMail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the body has saved under a name, and what you have saved for yourself
         * @description By name. All of it at once.
         */
        get: operations["listViews"];
        put?: never;
        /**
         * Save an address of the web under a name
         * @description An address in Granskning is saved as a review: reads with its id as `review` answer from the log as it was when it was saved.
         *
         *     Roles: chair, secretary, admin, auditor, responsible, reader.
         */
        post: operations["saveView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Something saved under a name, also when it has been removed */
        get: operations["getView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give something saved another name
         * @description Roles: chair, secretary, admin, auditor, responsible, reader.
         */
        post: operations["renameView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove something saved from the list
         * @description A review can still be opened by its id.
         *
         *     Roles: chair, secretary, admin, auditor, responsible, reader.
         */
        post: operations["removeView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/views/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put something removed back in the list
         * @description Roles: chair, secretary, admin, auditor, responsible, reader.
         */
        post: operations["restoreView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        BodySummaryView: {
            /** @example sra */
            id: string;
            /** @example Samrådsorganet för Älvdalarna */
            name: string;
            /** @example SRÄ */
            shortName: string;
            /** @example 12 */
            revision: number;
        };
        FieldProblemView: {
            /**
             * @description JSON pointer into the body, or `?name` of a query parameter.
             * @example /to
             */
            pointer: string;
            /** @example required */
            code: string;
            /** @example Uppgiften saknas. */
            detail: string;
        };
        ProblemView: {
            /**
             * @description Open it to read more about the problem.
             * @example /problems/invalid
             */
            type: string;
            /** @example Uppgifterna har fel form */
            title: string;
            /** @example 400 */
            status: number;
            /** @example En eller flera uppgifter behöver rättas; se listan. */
            detail: string;
            /** @example invalid */
            code: string;
            /** @example /api/assignments/uppdrag-1/deadline */
            instance: string;
            errors?: components["schemas"]["FieldProblemView"][];
            /** @description With 412: the revision that holds now. */
            currentRevision?: number | null;
        };
        SeasonsDto: {
            /**
             * @description Spring.
             * @example [
             *       "01-01",
             *       "06-30"
             *     ]
             */
            spring: string[];
            /**
             * @description Summer.
             * @example [
             *       "06-01",
             *       "08-31"
             *     ]
             */
            summer: string[];
            /**
             * @description Autumn.
             * @example [
             *       "07-01",
             *       "12-31"
             *     ]
             */
            autumn: string[];
            /**
             * @description Winter.
             * @example [
             *       "12-01",
             *       "02-29"
             *     ]
             */
            winter: string[];
        };
        GroupView: {
            /** @example kommunsam */
            group: string;
            /** @example Kommunsam */
            name: string;
        };
        PartyView: {
            /** @example bjorkvik */
            party: string;
            /** @example Björkviks kommun */
            name: string;
            /**
             * @example [
             *       "Björkvik"
             *     ]
             */
            aliases: string[];
            /** @example kommunsam */
            group?: string;
            /** @description It has left the body. */
            left: boolean;
        };
        WordView: {
            /**
             * @description What programs go by.
             * @example inProgress
             */
            code: string;
            /**
             * @description What people read, in the language asked for.
             * @example pågår
             */
            text: string;
        };
        PersonRefView: {
            /** @example person-1 */
            id: string;
            /** @example Åsa Öberg-Ängström */
            name?: string;
            /** @description The data of this person has been erased. */
            erased?: boolean;
        };
        RoleView: {
            /** @example utvecklingsdirektor */
            role: string;
            /** @example Region Norrälvens utvecklingsdirektör */
            title: string;
            kind: components["schemas"]["WordView"];
            /** @example rna */
            party?: string;
            /** @description Who holds it. */
            holders: components["schemas"]["PersonRefView"][];
        };
        ReminderPolicyDto: {
            /**
             * @description Whether those responsible hear of an assignment at once.
             * @example true
             */
            received: boolean;
            /**
             * @description Days before a meeting by which material must be in.
             * @example 14
             */
            materialDays: number;
            /**
             * @description Reminders before material is due, in days before the meeting.
             * @example [
             *       42,
             *       21
             *     ]
             */
            beforeMeeting: number[];
            /**
             * @description Reminders after a meeting at which nothing was heard, in days.
             * @example [
             *       1
             *     ]
             */
            afterMeeting: number[];
            /**
             * @description Reminders before the end of what is bound to no meeting, in working days.
             * @example [
             *       10,
             *       3
             *     ]
             */
            beforeEnd: number[];
            /**
             * @description Reminders after the end, in days, with a copy to the secretary.
             * @example [
             *       7
             *     ]
             */
            afterEnd: number[];
            /**
             * @description Days after the end from which silence is a matter for the meeting.
             * @example 21
             */
            escalateDays: number;
        };
        CycleEntryView: {
            entry: string;
            /** @example Uppföljning av färdplanen */
            topic: string;
            /** @example mote-juni */
            meeting: string;
        };
        BodyView: {
            /** @example sra */
            id: string;
            /** @example Samrådsorganet för Älvdalarna */
            name: string;
            /** @example SRÄ */
            shortName: string;
            /** @example 12 */
            revision: number;
            seasons?: components["schemas"]["SeasonsDto"];
            groups: components["schemas"]["GroupView"][];
            parties: components["schemas"]["PartyView"][];
            roles: components["schemas"]["RoleView"][];
            /** @description When reminders go out. */
            reminderPolicy: components["schemas"]["ReminderPolicyDto"];
            /**
             * @description Which of its policies it is; 0 when it has set none.
             * @example 1
             */
            reminderPolicyVersion: number;
            cycle: components["schemas"]["CycleEntryView"][];
        };
        RefView: {
            /** @example sra */
            id: string;
            /**
             * @description What it is called now.
             * @example SRÄ
             */
            name?: string;
        };
        MeetingItemView: {
            /** @example mote-juni */
            id: string;
            /** @example 2 */
            revision: number;
            body: components["schemas"]["RefView"];
            kind: components["schemas"]["WordView"];
            /** @example 2026-06-04 */
            date: string;
            /** @example 4 juni 2026 */
            dateText: string;
            /** @example 13:00 */
            start?: string;
            /** @example 16:30 */
            end?: string;
            /** @example Älvsalen, Östersele */
            place?: string;
            /** @example Möte 2 2026 */
            title?: string;
            state: components["schemas"]["WordView"];
            notesApproved: boolean;
        };
        UncoveredPointView: {
            /** @example beslut-1 */
            decision: string;
            /** @example Färdplan för god och nära vård */
            title: string;
            /** @example 2 */
            point: number;
        };
        CoverageView: {
            /**
             * @description Points of its confirmed decisions.
             * @example 4
             */
            points: number;
            /**
             * @description Those that are followed up, or need not be.
             * @example 3
             */
            covered: number;
            /**
             * @description Followed up by an assignment.
             * @example 1
             */
            tracked: number;
            /**
             * @description Marked as needing no action.
             * @example 1
             */
            marked: number;
            /**
             * @description Nothing but noted.
             * @example 1
             */
            noted: number;
            /** @description What is left. */
            uncovered: components["schemas"]["UncoveredPointView"][];
        };
        AsOfView: {
            /** @example statedBy */
            axis: string;
            /** @example 2026-03-01 */
            date: string;
        };
        MeetingView: {
            /** @example mote-juni */
            id: string;
            /** @example 2 */
            revision: number;
            body: components["schemas"]["RefView"];
            kind: components["schemas"]["WordView"];
            /** @example 2026-06-04 */
            date: string;
            /** @example 4 juni 2026 */
            dateText: string;
            /** @example 13:00 */
            start?: string;
            /** @example 16:30 */
            end?: string;
            /** @example Älvsalen, Östersele */
            place?: string;
            /** @example Möte 2 2026 */
            title?: string;
            state: components["schemas"]["WordView"];
            notesApproved: boolean;
            /** @description Per capsulam: the last day to answer. */
            replyBy?: string;
            /** @description Per capsulam: how it ended. */
            outcome?: string;
            /** @description Per capsulam: the meeting it was reported to. */
            reportedTo?: components["schemas"]["RefView"];
            present: components["schemas"]["PersonRefView"][];
            absent: components["schemas"]["PersonRefView"][];
            coverage: components["schemas"]["CoverageView"];
            asOf?: components["schemas"]["AsOfView"];
        };
        AgendaSubjectView: {
            /**
             * @description `assignment`, `milestone` or `meeting`.
             * @example assignment
             */
            kind: string;
            /**
             * @description Of a milestone, the id of the matter.
             * @example uppdrag-1
             */
            id: string;
            /** @example stallningstagande */
            milestone?: string;
        };
        AgendaPointView: {
            reason: components["schemas"]["WordView"];
            /** @example Återkomma med förslag */
            title: string;
            /** @example Väntas på det här mötet. */
            why: string;
            /**
             * @description The day the reason counts from.
             * @example 2026-06-04
             */
            since?: string;
            subject: components["schemas"]["AgendaSubjectView"];
            /** @description Who is to report. */
            responsible: components["schemas"]["RefView"][];
            /**
             * @description Where it can be read.
             * @example /api/assignments/uppdrag-1
             */
            link: string;
        };
        AgendaDraftView: {
            /** @example mote-september */
            meeting: string;
            /** @example 2026-09-24 */
            date: string;
            points: components["schemas"]["AgendaPointView"][];
        };
        WindowView: {
            /**
             * @description The words of the minutes.
             * @example senast i juni 2026
             */
            original: string;
            /**
             * @description What they mean.
             * @example till och med 30 juni 2026
             */
            text: string;
            /**
             * @description The same as ISO 8601-2 (EDTF).
             * @example ../2026-06
             */
            edtf?: string;
            kind: components["schemas"]["WordView"];
            precision: components["schemas"]["WordView"];
            /** @description The first day. */
            earliest?: string;
            /**
             * @description The last day; late only after it.
             * @example 2026-06-30
             */
            latest?: string;
            /** @description The alternatives, when there are several days to choose from. */
            dates?: string[];
            /** @description Local time of day. */
            start?: string;
            /** @description Local time of day. */
            end?: string;
            /** @description What must come first, in the words of the minutes. */
            preconditions: string[];
            /** @description What was inferred rather than read. */
            inferred: components["schemas"]["WordView"][];
            /** @description The meeting somebody has bound it to. */
            boundToMeeting?: string;
        };
        MilestoneView: {
            /** @example stallningstagande */
            milestone: string;
            /** @example Ställningstagande */
            label: string;
            window: components["schemas"]["WindowView"];
            /** @description The first plan, when it has been moved. */
            firstWindow?: components["schemas"]["WindowView"];
            /**
             * @description Days by which its last day has moved since the first plan.
             * @example 89
             */
            slipDays?: number;
            /** @description How a standpoint is to be taken. */
            form?: components["schemas"]["WordView"];
            state: components["schemas"]["WordView"];
            /** @description When it was reached, as the source says; `null`: it does not say. */
            reached?: string;
            /** @example 1 september 2026 */
            reachedText?: string;
            /** @description Planned, and the time has passed. */
            late: boolean;
            /** @description The newest sources give different dates. */
            sourcesDisagree: boolean;
        };
        MatterItemView: {
            /** @example riktlinje */
            id: string;
            /** @example 4 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Riktlinje för trygg utskrivning */
            title: string;
            /** @example SRÄ 2025/17 */
            number?: string;
            state: components["schemas"]["WordView"];
            milestones: components["schemas"]["MilestoneView"][];
        };
        LinkView: {
            kind: components["schemas"]["WordView"];
            /** @example Remissversion 2 */
            target: string;
            /** @description The matter or the decision. */
            ref?: components["schemas"]["RefView"];
            note?: string;
        };
        MatterView: {
            /** @example riktlinje */
            id: string;
            /** @example 4 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Riktlinje för trygg utskrivning */
            title: string;
            /** @example SRÄ 2025/17 */
            number?: string;
            state: components["schemas"]["WordView"];
            milestones: components["schemas"]["MilestoneView"][];
            description?: string;
            links: components["schemas"]["LinkView"][];
            asOf?: components["schemas"]["AsOfView"];
        };
        EndedView: {
            how: components["schemas"]["WordView"];
            /**
             * @description From this day; it may lie ahead.
             * @example 2026-07-01
             */
            from: string;
            /** @description By this decision. */
            by?: components["schemas"]["RefView"];
        };
        AssignmentCountsView: {
            /** @example 2 */
            open: number;
            /**
             * @description Of the open ones.
             * @example 1
             */
            late: number;
            /** @example 1 */
            closed: number;
        };
        DecisionItemView: {
            /** @example beslut-1 */
            id: string;
            /** @example 3 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Färdplan för god och nära vård */
            title: string;
            meeting?: components["schemas"]["RefView"];
            /** @example 5 b */
            agendaItem?: string;
            matter?: components["schemas"]["RefView"];
            /**
             * @description When it was taken, as the source says; `null`: it does not say.
             * @example 2025-11-13
             */
            takenOn: string;
            /** @example 13 november 2025 */
            takenOnText: string;
            /** @example 2025-11-13 */
            statedAt: string;
            /** @description The first day on which it has effect. */
            effectiveFrom?: string;
            state: components["schemas"]["WordView"];
            /** @description It has effect on the day it is read as of. */
            inForce: boolean;
            ended?: components["schemas"]["EndedView"];
            /** @example 0 */
            corrections: number;
            /** @example 0 */
            amendments: number;
            /** @description What its points do. */
            kinds: components["schemas"]["WordView"][];
            /** @example 2 */
            points: number;
            /** @description What came of it. */
            assignments: components["schemas"]["AssignmentCountsView"];
        };
        PointView: {
            /** @example 2 */
            number: number;
            kinds: components["schemas"]["WordView"][];
            /** @example ger i uppdrag att återkomma med förslag */
            text: string;
            /** @description Marked: nothing needs to follow. */
            noActionNeeded: boolean;
        };
        ComingWordsView: {
            /** @example 2026-07-01 */
            from: string;
            title: string;
            points: components["schemas"]["PointView"][];
        };
        DecisionView: {
            /** @example beslut-1 */
            id: string;
            /** @example 3 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Färdplan för god och nära vård */
            title: string;
            meeting?: components["schemas"]["RefView"];
            /** @example 5 b */
            agendaItem?: string;
            matter?: components["schemas"]["RefView"];
            /**
             * @description When it was taken, as the source says; `null`: it does not say.
             * @example 2025-11-13
             */
            takenOn: string;
            /** @example 13 november 2025 */
            takenOnText: string;
            /** @example 2025-11-13 */
            statedAt: string;
            /** @description The first day on which it has effect. */
            effectiveFrom?: string;
            state: components["schemas"]["WordView"];
            /** @description It has effect on the day it is read as of. */
            inForce: boolean;
            ended?: components["schemas"]["EndedView"];
            /** @example 0 */
            corrections: number;
            /** @example 0 */
            amendments: number;
            points: components["schemas"]["PointView"][];
            /** @description Amendments that are decided and do not yet have effect. */
            coming: components["schemas"]["ComingWordsView"][];
            /** @description To whom it was sent. */
            dispatchedTo: string[];
            asOf?: components["schemas"]["AsOfView"];
        };
        RelatedDecisionView: {
            /** @example beslut-nytt */
            id: string;
            /** @example Ny överenskommelse */
            title: string;
            state: components["schemas"]["WordView"];
        };
        RelatedAssignmentView: {
            /** @example uppdrag-1 */
            id: string;
            /** @example 3 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag till gemensam uppföljning */
            title: string;
            kind: components["schemas"]["WordView"];
            state: components["schemas"]["WordView"];
            responsible: components["schemas"]["RefView"][];
            /** @description The body that is to hear back. */
            recipient?: components["schemas"]["RefView"];
            decision?: components["schemas"]["RefView"];
            /**
             * @description The number of the point.
             * @example 2
             */
            point?: number;
            matter?: components["schemas"]["RefView"];
            /** @example 2025-11-13 */
            givenOn: string;
            deadline: components["schemas"]["WindowView"];
            /**
             * @description How many times the deadline has moved.
             * @example 1
             */
            moves: number;
            /** @description Open, and the time has passed. */
            late: boolean;
            /** @description How the body closed it. */
            outcome?: components["schemas"]["WordView"];
            /**
             * @description When the body closed it.
             * @example 2026-06-04
             */
            closedOn?: string;
            /** @description What it is to the decision. */
            relation: components["schemas"]["WordView"];
        };
        SubjectView: {
            kind: components["schemas"]["WordView"];
            /** @example uppdrag-1 */
            id: string;
            /**
             * @description What it is called now.
             * @example Återkomma med förslag
             */
            title?: string;
        };
        ActorView: {
            /** @example u-secretary */
            id: string;
            role: components["schemas"]["WordView"];
        };
        SourceDto: {
            /**
             * @description The document, as its readers know it.
             * @example Mötesanteckningar SRÄ 2026-03-19
             */
            document: string;
            /**
             * @description The words, verbatim.
             * @example Återkoppling sker senast i juni 2026.
             */
            quote?: string;
            /** @description Where the words stand in the text of the document: first and last character. */
            span?: number[];
        };
        HistoryEntryView: {
            /** @example 0c2f6d58-3f7e-5a41-9a60-1f2b7e0f6c11 */
            id: string;
            /**
             * @description Its place in the log.
             * @example 128
             */
            position: string;
            /**
             * @description The revision it gave its subject.
             * @example 3
             */
            revision: number;
            type: components["schemas"]["WordView"];
            subject: components["schemas"]["SubjectView"];
            /** @example Sekreteraren flyttade återkopplingen från 4 juni till 1 september 2026; skäl anges inte */
            line: string;
            actor: components["schemas"]["ActorView"];
            /**
             * @description When it happened (EDTF); `null`: the source does not say.
             * @example 2026-06-04
             */
            occurred: string;
            /** @example 4 juni 2026 */
            occurredText: string;
            /**
             * @description The date of the source that tells it.
             * @example 2026-06-04
             */
            statedAt: string;
            /** @example 4 juni 2026 */
            statedText: string;
            /**
             * @description When the log recorded it.
             * @example 2026-06-05T07:30:00.000Z
             */
            recordedAt: string;
            /**
             * @description The local day of the recording.
             * @example 2026-06-05
             */
            recordedOn: string;
            /** @description The first day on which it has effect. */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description What its subject is to the decision. */
            relation: components["schemas"]["WordView"];
            /** @description What the fact says, for programs. */
            data: Record<string, never>;
        };
        HistoryView: {
            decision: components["schemas"]["DecisionView"];
            /** @description What it replaces, nearest first. */
            replaces: components["schemas"]["RelatedDecisionView"][];
            /** @description What has replaced it. */
            replacedBy: components["schemas"]["RelatedDecisionView"][];
            /** @description What it amended or revoked. */
            changed: components["schemas"]["RelatedDecisionView"][];
            /** @description Every assignment that came of it, and their successors. */
            assignments: components["schemas"]["RelatedAssignmentView"][];
            entries: components["schemas"]["HistoryEntryView"][];
            /** @description `false`: so much hangs together that the farthest was left out. */
            complete: boolean;
            asOf?: components["schemas"]["AsOfView"];
        };
        AssignmentItemView: {
            /** @example uppdrag-1 */
            id: string;
            /** @example 3 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag till gemensam uppföljning */
            title: string;
            kind: components["schemas"]["WordView"];
            state: components["schemas"]["WordView"];
            responsible: components["schemas"]["RefView"][];
            /** @description The body that is to hear back. */
            recipient?: components["schemas"]["RefView"];
            decision?: components["schemas"]["RefView"];
            /**
             * @description The number of the point.
             * @example 2
             */
            point?: number;
            matter?: components["schemas"]["RefView"];
            /** @example 2025-11-13 */
            givenOn: string;
            deadline: components["schemas"]["WindowView"];
            /**
             * @description How many times the deadline has moved.
             * @example 1
             */
            moves: number;
            /** @description Open, and the time has passed. */
            late: boolean;
            /** @description How the body closed it. */
            outcome?: components["schemas"]["WordView"];
            /**
             * @description When the body closed it.
             * @example 2026-06-04
             */
            closedOn?: string;
        };
        ResponsibleView: {
            /** @example sra */
            id: string;
            /**
             * @description What it is called now.
             * @example SRÄ
             */
            name?: string;
            holders: components["schemas"]["PersonRefView"][];
        };
        ExpectedView: {
            /**
             * @description The meeting.
             * @example mote-juni
             */
            meeting?: string;
            /**
             * @description Its day.
             * @example 2026-06-04
             */
            date?: string;
            /** @description Why that meeting, or why none. */
            why: components["schemas"]["WordView"];
        };
        DeliverableView: {
            /** @example d1 */
            deliverable: string;
            /** @example en nulägesbild */
            text: string;
            /** @description How it was reported; missing until it is. */
            result?: components["schemas"]["WordView"];
            /** @description Why it could not be delivered in full. */
            why?: string;
            report?: string;
        };
        PreconditionView: {
            /** @example c1 */
            precondition: string;
            /** @example efter dialog med den länsgemensamma arbetsgruppen */
            text: string;
            met: boolean;
        };
        ReportView: {
            status: components["schemas"]["WordView"];
            text: string;
            /** @example 2026-03-19 */
            statedAt: string;
        };
        AssignmentView: {
            /** @example uppdrag-1 */
            id: string;
            /** @example 3 */
            revision: number;
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag till gemensam uppföljning */
            title: string;
            kind: components["schemas"]["WordView"];
            state: components["schemas"]["WordView"];
            responsible: components["schemas"]["ResponsibleView"][];
            /** @description The body that is to hear back. */
            recipient?: components["schemas"]["RefView"];
            decision?: components["schemas"]["RefView"];
            /**
             * @description The number of the point.
             * @example 2
             */
            point?: number;
            matter?: components["schemas"]["RefView"];
            /** @example 2025-11-13 */
            givenOn: string;
            deadline: components["schemas"]["WindowView"];
            /**
             * @description How many times the deadline has moved.
             * @example 1
             */
            moves: number;
            /** @description Open, and the time has passed. */
            late: boolean;
            /** @description How the body closed it. */
            outcome?: components["schemas"]["WordView"];
            /**
             * @description When the body closed it.
             * @example 2026-06-04
             */
            closedOn?: string;
            /** @description At which meeting an answer can be expected; missing when it is closed. */
            expected?: components["schemas"]["ExpectedView"];
            /** @description The first deadline, when it has moved. */
            firstDeadline?: components["schemas"]["WindowView"];
            /**
             * @description Days by which the last day has moved.
             * @example 89
             */
            slipDays?: number;
            deliverables: components["schemas"]["DeliverableView"][];
            preconditions: components["schemas"]["PreconditionView"][];
            /** @description The last word from those responsible. */
            lastReport?: components["schemas"]["ReportView"];
            /** @description What the body has asked to be added. */
            supplement?: string;
            replaces?: components["schemas"]["RefView"];
            replacedBy?: components["schemas"]["RefView"];
            /** @description The newest sources give different dates. */
            sourcesDisagree: boolean;
            asOf?: components["schemas"]["AsOfView"];
        };
        FactView: {
            /** @example 0c2f6d58-3f7e-5a41-9a60-1f2b7e0f6c11 */
            id: string;
            /**
             * @description Its place in the log.
             * @example 128
             */
            position: string;
            /**
             * @description The revision it gave its subject.
             * @example 3
             */
            revision: number;
            type: components["schemas"]["WordView"];
            subject: components["schemas"]["SubjectView"];
            /** @example Sekreteraren flyttade återkopplingen från 4 juni till 1 september 2026; skäl anges inte */
            line: string;
            actor: components["schemas"]["ActorView"];
            /**
             * @description When it happened (EDTF); `null`: the source does not say.
             * @example 2026-06-04
             */
            occurred: string;
            /** @example 4 juni 2026 */
            occurredText: string;
            /**
             * @description The date of the source that tells it.
             * @example 2026-06-04
             */
            statedAt: string;
            /** @example 4 juni 2026 */
            statedText: string;
            /**
             * @description When the log recorded it.
             * @example 2026-06-05T07:30:00.000Z
             */
            recordedAt: string;
            /**
             * @description The local day of the recording.
             * @example 2026-06-05
             */
            recordedOn: string;
            /** @description The first day on which it has effect. */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
        };
        StandingView: {
            /** @example Återkomma med förslag */
            title: string;
            kind: components["schemas"]["WordView"];
            state: components["schemas"]["WordView"];
            responsible: components["schemas"]["RefView"][];
            deadline: components["schemas"]["WindowView"];
            moves: number;
            outcome?: components["schemas"]["WordView"];
        };
        FieldChangeView: {
            /**
             * @description The path of the field.
             * @example deadline
             */
            field: string;
            /** @example frist */
            label: string;
            /** @description What stood there; missing when there was nothing. */
            from?: string | number | boolean | unknown[] | Record<string, never>;
            /** @description What stands there; missing when there is nothing. */
            to?: string | number | boolean | unknown[] | Record<string, never>;
            /** @example 4 juni 2026 */
            fromText?: string;
            /** @example 1 september 2026 */
            toText?: string;
        };
        ReplayStepView: {
            fact: components["schemas"]["FactView"];
            /** @description How it stood after the fact. */
            after: components["schemas"]["StandingView"];
            changes: components["schemas"]["FieldChangeView"][];
        };
        ReplayView: {
            steps: components["schemas"]["ReplayStepView"][];
        };
        ComparisonView: {
            /** @example statedBy */
            axis: string;
            /** @example 2026-03-01 */
            from: string;
            /** @example 1 mars 2026 */
            fromText: string;
            /** @example 2026-06-05 */
            to: string;
            /** @example 5 juni 2026 */
            toText: string;
            /** @description How it stood on the first date; missing when it did not exist. */
            before?: components["schemas"]["StandingView"];
            /** @description How it stood on the second date. */
            after?: components["schemas"]["StandingView"];
            changes: components["schemas"]["FieldChangeView"][];
        };
        FeedbackView: {
            /** @description `assignment` or `milestone`. */
            kind: components["schemas"]["WordView"];
            /**
             * @description Id of the assignment, or of the matter.
             * @example uppdrag-1
             */
            id: string;
            /** @example stallningstagande */
            milestone?: string;
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag */
            title: string;
            /**
             * @description What the milestone is called.
             * @example Ställningstagande
             */
            label?: string;
            state: components["schemas"]["WordView"];
            open: boolean;
            window: components["schemas"]["WindowView"];
            /** @description The first one, when it has moved. */
            firstWindow?: components["schemas"]["WindowView"];
            /** @example 1 */
            moves: number;
            responsible: components["schemas"]["RefView"][];
            recipient?: components["schemas"]["RefView"];
            /** @example 2025-11-13 */
            givenOn: string;
            /** @description When those responsible last reported anything. */
            lastWord?: string;
            /** @description At which meeting of the recipient; missing when no body is to hear back. */
            expected?: components["schemas"]["ExpectedView"];
            /** @description The time has passed. */
            late: boolean;
        };
        AttentionSubjectView: {
            /** @description `assignment`, `milestone`, `meeting` or `decision`. */
            kind: components["schemas"]["WordView"];
            /**
             * @description Of a milestone, the id of the matter.
             * @example uppdrag-1
             */
            id: string;
            /** @example stallningstagande */
            milestone?: string;
            /**
             * @description The number of the point.
             * @example 2
             */
            point?: number;
        };
        AttentionView: {
            reason: components["schemas"]["WordView"];
            subject: components["schemas"]["AttentionSubjectView"];
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag */
            title: string;
            /** @description What the milestone is called. */
            label?: string;
            /** @example Fristen ”senast i maj 2026” gick ut den 31 maj 2026. */
            why: string;
            /** @description The values in `why`, for programs. */
            params?: Record<string, never>;
            /** @description The command that would help. */
            nextStep: components["schemas"]["WordView"];
            /**
             * @description From this day it has been so.
             * @example 2026-06-01
             */
            since?: string;
            /** @example 1 juni 2026 */
            sinceText?: string;
        };
        FoundInView: {
            kind: components["schemas"]["WordView"];
            /** @example uppdrag-1 */
            id: string;
        };
        SentenceView: {
            /** @example Återkomma med förslag till gemensam uppföljning */
            text: string;
            /**
             * @description From and to (not included), in UTF-16 units.
             * @example [
             *       [
             *         35,
             *         46
             *       ]
             *     ]
             */
            marks: number[][];
        };
        HitView: {
            kind: components["schemas"]["WordView"];
            /** @description What it is, or what it stands under. */
            subject: components["schemas"]["FoundInView"];
            /** @description The milestone or the role within it. */
            part?: string;
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag */
            title: string;
            sentence: components["schemas"]["SentenceView"];
        };
        BoardItemView: {
            /** @description `assignment` or `milestone`. */
            kind: components["schemas"]["WordView"];
            /**
             * @description Id of the assignment, or of the matter.
             * @example uppdrag-1
             */
            id: string;
            /** @example stallningstagande */
            milestone?: string;
            body: components["schemas"]["RefView"];
            /** @example Återkomma med förslag */
            title: string;
            /**
             * @description What the milestone is called.
             * @example Ställningstagande
             */
            label?: string;
            state: components["schemas"]["WordView"];
            open: boolean;
            window: components["schemas"]["WindowView"];
            /** @description The first one, when it has moved. */
            firstWindow?: components["schemas"]["WindowView"];
            /** @example 1 */
            moves: number;
            responsible: components["schemas"]["RefView"][];
            recipient?: components["schemas"]["RefView"];
            /** @example 2025-11-13 */
            givenOn: string;
            /** @description When those responsible last reported anything. */
            lastWord?: string;
        };
        BoardChangeView: {
            /** @description `added`, `removed`, `changed` or `cameAndWent`. */
            change: components["schemas"]["WordView"];
            before?: components["schemas"]["BoardItemView"];
            after?: components["schemas"]["BoardItemView"];
            changes: components["schemas"]["FieldChangeView"][];
        };
        PhaseCountView: {
            state: components["schemas"]["WordView"];
            /** @example 3 */
            count: number;
        };
        AgeCountView: {
            /**
             * @description Open for at least this many days, up to the next row.
             * @example 90
             */
            fromDays: number;
            /** @example 2 */
            count: number;
        };
        MilestoneCountView: {
            /** @example 4 */
            planned: number;
            /** @example 1 */
            late: number;
        };
        BalanceView: {
            /** @example 2026-03-19 */
            date: string;
            asOf?: components["schemas"]["AsOfView"];
            /** @example 12 */
            open: number;
            byState: components["schemas"]["PhaseCountView"][];
            byAge: components["schemas"]["AgeCountView"][];
            /** @example 2 */
            late: number;
            /**
             * @description Without any last day.
             * @example 1
             */
            undated: number;
            /** @description The one given first. */
            oldest?: components["schemas"]["BoardItemView"];
            milestones: components["schemas"]["MilestoneCountView"];
        };
        UnderstoodView: {
            window: components["schemas"]["WindowView"];
            /** @description Whether any time could be read from the words. */
            understood: boolean;
            /** @description At which meeting an answer can be expected; only with a body. */
            expected?: components["schemas"]["ExpectedView"];
            /** @example 4 juni 2026 (sista ordinarie mötet inom fristen) */
            expectedText?: string;
        };
        AbsenceView: {
            /** @example 2026-07-06 */
            from: string;
            /** @example 2026-08-02 */
            to: string;
        };
        PersonView: {
            /** @example person-1 */
            id: string;
            /** @example 0 */
            revision: number;
            /** @example Åsa Öberg-Ängström */
            name: string;
            /** @example asa.oberg@bjorkvik.example */
            email?: string;
            language: components["schemas"]["WordView"];
            absences: components["schemas"]["AbsenceView"][];
            /**
             * @description Who stands in.
             * @example person-2
             */
            deputy?: string;
        };
        ReminderReaderView: {
            person: components["schemas"]["PersonRefView"];
            /** @description Why this person. */
            capacity: components["schemas"]["WordView"];
            /**
             * @description The letter, once it is begun.
             * @example 2026-06-10.person-1
             */
            letter?: string;
            /** @description How the letter stands. */
            state?: components["schemas"]["WordView"];
        };
        PlannedReminderView: {
            /** @description A reminder to an assignee, or a letter to the secretary or the chair. */
            kind: components["schemas"]["WordView"];
            /**
             * @description The morning it goes out.
             * @example 2026-06-10
             */
            day: string;
            /** @example 10 juni 2026 */
            dayText: string;
            body: components["schemas"]["RefView"];
            /** @description Of a reminder: what it is about. */
            assignment?: components["schemas"]["RefView"];
            /** @description Of a reminder: why now. */
            rung?: components["schemas"]["WordView"];
            /** @description Of a reminder: the responsible role that is asked. */
            role?: components["schemas"]["RefView"];
            /** @description The meeting it is about. */
            meeting?: components["schemas"]["RefView"];
            /** @description `planned`, `suppressed`, or how far its letters have come. */
            state: components["schemas"]["WordView"];
            /** @description Why it does not go out. */
            why?: components["schemas"]["WordView"];
            /** @description Goes out only when there is something new to tell. */
            onlyWithNews: boolean;
            /** @description To whom, as people and roles are known now; or to whom it went. */
            to: components["schemas"]["ReminderReaderView"][];
        };
        PauseView: {
            /** @example 2026-06-10 */
            from: string;
            /**
             * @description The last day; missing: until they are resumed.
             * @example 2026-08-16
             */
            until?: string;
        };
        NamedInsteadView: {
            role: components["schemas"]["RefView"];
            person: components["schemas"]["PersonRefView"];
        };
        LetterStepView: {
            /** @example 2026-06-10T06:00:00.000Z */
            at: string;
            what: components["schemas"]["WordView"];
            /** @description Why, when it did not go well. */
            why?: components["schemas"]["WordView"];
            /**
             * @description What the mail server answered.
             * @example 250
             */
            code?: number;
        };
        LedgerLetterView: {
            /** @example 2026-06-10.person-1 */
            letter: string;
            /**
             * @description The day of the letter.
             * @example 2026-06-10
             */
            day: string;
            /** @description How it stands, as to this assignment. */
            state: components["schemas"]["WordView"];
            /** @description Why it does not go out, or did not arrive. */
            why?: components["schemas"]["WordView"];
            to: components["schemas"]["PersonRefView"];
            /** @description Why this person. */
            capacity: components["schemas"]["WordView"];
            role: components["schemas"]["RefView"];
            /** @description Why then. */
            rung: components["schemas"]["WordView"];
            /** @description It is about a deadline that has been moved since. */
            earlierDeadline: boolean;
            /**
             * @description How many times it was tried.
             * @example 1
             */
            attempts: number;
            /**
             * @description How many copies may have arrived besides, after tries that nobody knows the end of.
             * @example 0
             */
            copies: number;
            /** @description Proves its wording: the SHA-256 of its plain text (UTF-8, `\n` between lines), as last handed over. */
            textSha256?: string;
            /** @description Its links about this assignment have been made useless. */
            linksRevoked: boolean;
            /** @description What happened to it, in order. */
            steps: components["schemas"]["LetterStepView"][];
        };
        LedgerAnswerView: {
            /** @example 2026-06-10T07:12:00.000Z */
            at: string;
            /** @example 2026-06-10 */
            statedAt: string;
            what: components["schemas"]["WordView"];
            /** @description Of a report: how it goes. */
            status?: components["schemas"]["WordView"];
            text?: string;
            /** @description It came by a link in a letter. */
            byLetter: boolean;
            /**
             * @description That letter.
             * @example 2026-06-10.person-1
             */
            letter?: string;
        };
        LedgerNoteView: {
            /** @example 2026-06-10T07:12:00.000Z */
            at: string;
            what: components["schemas"]["WordView"];
            role?: components["schemas"]["RefView"];
            /** @description Who is reminded instead. */
            person?: components["schemas"]["PersonRefView"];
            /** @description Of what was not sent: which reminder. */
            rung?: components["schemas"]["WordView"];
            /** @description Of what was not sent: why. */
            why?: components["schemas"]["WordView"];
            /**
             * @description Of a pause: the last day of it.
             * @example 2026-08-16
             */
            until?: string;
            reason?: string;
        };
        LedgerView: {
            assignment: components["schemas"]["RefView"];
            body: components["schemas"]["RefView"];
            /** @description The revision that changes of the reminders go by (`If-Match`); -1 before the first one. */
            revision: number;
            paused?: components["schemas"]["PauseView"];
            /** @description Who is reminded instead of the holders of a role. */
            instead: components["schemas"]["NamedInsteadView"][];
            /** @description Why nothing more is planned; missing when something is. */
            none?: components["schemas"]["WordView"];
            /**
             * @description How many letters about it may have arrived twice.
             * @example 0
             */
            possibleCopies: number;
            /** @description What is to go out, and what does not and why; by day. */
            planned: components["schemas"]["PlannedReminderView"][];
            /** @description What went out, or was begun; by day. */
            letters: components["schemas"]["LedgerLetterView"][];
            /** @description What was answered; in the order it was recorded. */
            answers: components["schemas"]["LedgerAnswerView"][];
            /** @description What was changed by hand, and what reached nobody; in order. */
            notes: components["schemas"]["LedgerNoteView"][];
        };
        FeedView: {
            /** @example flode-1 */
            id: string;
            /**
             * @description For `If-Match` when it is revoked.
             * @example 0
             */
            revision: number;
            /** @description What it shows. */
            scope: components["schemas"]["WordView"];
            /** @description The body whose meetings and feedback it shows. */
            body?: components["schemas"]["RefView"];
            /**
             * @description The filters of the list it shows.
             * @example body=sra&state=open
             */
            query?: string;
            /** @example 2026-06-10T07:12:00.000Z */
            opened: string;
            /** @description When it was revoked. */
            revoked?: string;
        };
        RegisterBodyDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The full name.
             * @example Samrådsorganet för Älvdalarna
             */
            name: string;
            /**
             * @description What people call it.
             * @example SRÄ
             */
            shortName: string;
            /** @description What the seasons mean to the body. Left out: the usual half-years. */
            seasons?: components["schemas"]["SeasonsDto"];
        };
        WarningView: {
            /** @example expectedAtNoMeeting */
            code: string;
            /** @example Inget ordinarie möte i SRÄ ligger inom fristen. */
            detail: string;
            /** @example /deadline */
            pointer?: string;
        };
        Written: {
            /**
             * @description Id of what was written to.
             * @example b9f2c6a0-6b1f-5c1e-9d0a-3b7a0f4c2d11
             */
            id: string;
            /**
             * @description Its revision now, also in `ETag`.
             * @example 3
             */
            revision: number;
            /**
             * @description The place in the log, also in `Log-Position`; send it with the next read to see the change.
             * @example 128
             */
            position: string | null;
            warnings?: components["schemas"]["WarningView"][];
        };
        FormPartyGroupDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Its id within the body. Left out: one is made.
             * @example kommunsam
             */
            group?: string;
            /**
             * @description The name.
             * @example Kommunsam
             */
            name: string;
        };
        AdmitPartyDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Its id within the body. Left out: one is made.
             * @example bjorkvik
             */
            party?: string;
            /**
             * @description The name.
             * @example Björkviks kommun
             */
            name: string;
            /**
             * @description Other names for it.
             * @example [
             *       "Björkvik"
             *     ]
             */
            aliases?: string[];
            /**
             * @description The party group it belongs to.
             * @example kommunsam
             */
            group?: string;
        };
        RecordPartyLeftBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
        };
        DefineRoleDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Its id within the body. Left out: one is made.
             * @example utvecklingsdirektor
             */
            role?: string;
            /**
             * @description The title.
             * @example Region Norrälvens utvecklingsdirektör
             */
            title: string;
            /**
             * @description What the role is for.
             * @example responsible
             * @enum {string}
             */
            kind: "chair" | "viceChair" | "secretary" | "member" | "presenter" | "responsible";
            /**
             * @description The party whose role it is; a role of the body itself has none.
             * @example rna
             */
            party?: string;
        };
        AppointHolderBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The person who holds it from now on.
             * @example person-1
             */
            person: string;
        };
        RecordHolderLeftBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
        };
        SetReminderPolicyDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description When reminders go out. */
            policy: components["schemas"]["ReminderPolicyDto"];
        };
        PlaceCycleEntryDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Its id within the body. Left out: one is made; an id in use is moved.
             * @example fardplan
             */
            entry?: string;
            /**
             * @description What comes back every year.
             * @example Uppföljning av färdplanen
             */
            topic: string;
            /**
             * @description The meeting where it is taken up.
             * @example mote-juni
             */
            meeting: string;
        };
        ScheduleMeetingDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The body that meets.
             * @example sra
             */
            body: string;
            /**
             * @description `perCapsulam`: decided by circulation, without meeting.
             * @example ordinary
             * @enum {string}
             */
            kind: "ordinary" | "extra" | "perCapsulam";
            /**
             * Format: date
             * @description The day.
             * @example 2026-09-24
             */
            date: string;
            /**
             * @description When it begins, local time.
             * @example 13:00
             */
            start?: string;
            /**
             * @description When it ends.
             * @example 16:30
             */
            end?: string;
            /**
             * @description Where.
             * @example Älvsalen, Östersele
             */
            place?: string;
            /**
             * @description What it is called.
             * @example Möte 3 2026
             */
            title?: string;
        };
        MoveMeetingDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * Format: date
             * @description The new day.
             * @example 2026-10-01
             */
            to: string;
            /**
             * @description Why it was moved.
             * @example Krock med förbundets årsmöte
             */
            reason?: string;
            /** @description `false`: the source gives no reason. One of `reason` and this is required. */
            reasonStated?: boolean;
        };
        CancelMeetingDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why it was cancelled.
             * @example För få ärenden
             */
            reason?: string;
        };
        RecordMeetingHeldDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Persons present.
             * @example [
             *       "person-1"
             *     ]
             */
            present?: string[];
            /**
             * @description Persons absent.
             * @example [
             *       "person-2"
             *     ]
             */
            absent?: string[];
        };
        OpenPerCapsulamDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * Format: date
             * @description The last day to answer.
             * @example 2026-09-01
             */
            replyBy?: string;
        };
        ConcludePerCapsulamDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description How it ended.
             * @example Samtliga ställer sig bakom
             */
            outcome?: string;
        };
        ReportPerCapsulamDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The meeting it was reported to.
             * @example mote-juni
             */
            toMeeting: string;
        };
        ApproveNotesBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The meeting that approved them.
             * @example mote-juni
             */
            atMeeting?: string;
            /**
             * @description Also confirms every decision of the meeting that is recorded and not yet confirmed.
             * @example true
             */
            confirmDecisions?: boolean;
        };
        OpenMatterDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The body whose matter it is.
             * @example sra
             */
            body: string;
            /**
             * @description What it is about.
             * @example Riktlinje för trygg utskrivning
             */
            title: string;
            /**
             * @description More about it.
             * @example Gemensam riktlinje för regionen och kommunerna
             */
            description?: string;
            /**
             * @description The registry number.
             * @example SRÄ 2026/17
             */
            number?: string;
        };
        PlanMilestoneDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Its id within the matter. Left out: one is made.
             * @example remiss
             */
            milestone?: string;
            /**
             * @description What happens then.
             * @example Remisstid slutar
             */
            label: string;
            /**
             * @description When, in the words of the minutes.
             * @example till 30 september 2026
             */
            date: string;
            /**
             * @description How a standpoint is to be taken.
             * @enum {string}
             */
            form?: "ordinary" | "extra" | "perCapsulam";
        };
        MoveMilestoneBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The new time, in the words of the minutes.
             * @example 1 september 2026
             */
            to: string;
            /**
             * @description How a standpoint is now to be taken.
             * @example perCapsulam
             * @enum {string}
             */
            form?: "ordinary" | "extra" | "perCapsulam";
            /** @description The decision that moved it. */
            decidedBy?: string;
            /** @description Why it was moved. */
            reason?: string;
            /**
             * @description `false`: the source gives no reason. One of `reason` and this is required.
             * @example false
             */
            reasonStated?: boolean;
        };
        ReachMilestoneBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description A note.
             * @example Beslutat per capsulam
             */
            note?: string;
        };
        DropMilestoneBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why it was dropped.
             * @example Ingår i nästa delmål
             */
            reason?: string;
        };
        LinkMatterDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description What it is linked to.
             * @example document
             * @enum {string}
             */
            kind: "matter" | "decision" | "document";
            /**
             * @description An id, or the title or address of a document.
             * @example Remissversion 2
             */
            target: string;
            /**
             * @description A note.
             * @example Bilaga 3 till kallelsen
             */
            note?: string;
        };
        CloseMatterDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why it was closed.
             * @example Riktlinjen gäller
             */
            reason?: string;
        };
        ReopenMatterDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why it was opened again.
             * @example Ny lagstiftning
             */
            reason: string;
        };
        PointDto: {
            /**
             * @description What the point does; one point may do two things.
             * @example [
             *       "assigned"
             *     ]
             */
            kinds: ("noted" | "endorsed" | "approved" | "assigned" | "recommended" | "decided" | "tabled" | "referredBack" | "rejected")[];
            /**
             * @description The point, verbatim.
             * @example ger i uppdrag åt Region Norrälvens utvecklingsdirektör att återkomma med förslag
             */
            text: string;
        };
        RecordDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The body that decided.
             * @example sra
             */
            body: string;
            /**
             * @description What it is about.
             * @example Färdplan för god och nära vård
             */
            title: string;
            /** @description The points, in order; they are numbered from 1. */
            points: components["schemas"]["PointDto"][];
            /**
             * @description The meeting where it was taken.
             * @example mote-mars
             */
            meeting?: string;
            /**
             * @description The item on the agenda.
             * @example 5 b
             */
            agendaItem?: string;
            /**
             * @description The matter it belongs to.
             * @example riktlinje
             */
            matter?: string;
        };
        MarkNoActionNeededBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why nothing needs to follow.
             * @example Ställningstagandet är i sig tillräckligt
             */
            reason?: string;
        };
        ConfirmDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The meeting whose approval of the notes confirmed it.
             * @example mote-juni
             */
            meeting?: string;
        };
        NumberedPointDto: {
            /**
             * @description What the point does; one point may do two things.
             * @example [
             *       "assigned"
             *     ]
             */
            kinds: ("noted" | "endorsed" | "approved" | "assigned" | "recommended" | "decided" | "tabled" | "referredBack" | "rejected")[];
            /**
             * @description The point, verbatim.
             * @example ger i uppdrag åt Region Norrälvens utvecklingsdirektör att återkomma med förslag
             */
            text: string;
            /**
             * @description The number of the point.
             * @example 2
             */
            number: number;
        };
        CorrectDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why.
             * @example Skrivfel i anteckningarna
             */
            reason: string;
            /** @description The title as it should be. */
            title?: string;
            /** @description The points as they should be; only those that change. The next number adds a point. */
            points?: components["schemas"]["NumberedPointDto"][];
        };
        AmendDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why.
             * @example Skrivfel i anteckningarna
             */
            reason: string;
            /** @description The title as it should be. */
            title?: string;
            /** @description The points as they should be; only those that change. The next number adds a point. */
            points?: components["schemas"]["NumberedPointDto"][];
            /** @description The decision that amends it. */
            by?: string;
        };
        SupersedeDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The decision that takes its place.
             * @example beslut-nytt
             */
            by: string;
            /**
             * @description Why.
             * @example Ny överenskommelse
             */
            reason?: string;
        };
        RevokeDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why.
             * @example Förutsättningarna finns inte längre
             */
            reason: string;
            /** @description The decision that revokes it. */
            by?: string;
        };
        DispatchDecisionDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description To whom it was sent: parties of the body or others.
             * @example [
             *       "Björkviks kommun",
             *       "Kommunsam"
             *     ]
             */
            to: string[];
        };
        GiveAssignmentDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The body that gives it.
             * @example sra
             */
            body: string;
            /**
             * @description What is asked.
             * @example Återkomma med förslag till gemensam uppföljning
             */
            title: string;
            /**
             * @description `commitment`: an informal promise, promoted or closed at the next meeting.
             * @default assignment
             * @enum {string}
             */
            kind?: "assignment" | "commitment";
            /**
             * @description The responsible roles of the body, jointly.
             * @example [
             *       "utvecklingsdirektor"
             *     ]
             */
            responsible?: string[];
            /**
             * @description The deadline in the words of the minutes; the answer shows how they were understood.
             * @example senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen
             */
            deadline?: string;
            /**
             * @description What is to be delivered.
             * @example [
             *       "en nulägesbild",
             *       "förslag till mått"
             *     ]
             */
            deliverables?: string[];
            /** @description What must come first, besides what the deadline says. */
            preconditions?: string[];
            /**
             * @description The body that is to hear back.
             * @example sra
             */
            recipient?: string;
            /**
             * @description The decision it comes from.
             * @example beslut-1
             */
            decision?: string;
            /**
             * @description The number of the point.
             * @example 2
             */
            point?: number;
            /**
             * @description The matter it belongs to.
             * @example riktlinje
             */
            matter?: string;
            /** @description The assignment it takes over from. */
            replaces?: string;
        };
        PromoteCommitmentDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The decision that made it an assignment.
             * @example beslut-1
             */
            decision?: string;
            /**
             * @description The number of the point.
             * @example 2
             */
            point?: number;
        };
        NameRecipientDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The body that is to hear back.
             * @example sra
             */
            recipient: string;
        };
        AddResponsibleDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The role.
             * @example samordnare
             */
            role: string;
        };
        ReleaseResponsibleBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why.
             * @example Ny organisation
             */
            reason?: string;
        };
        DefineDeliverableDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description What is to be delivered.
             * @example en tidsplan för införandet
             */
            text: string;
        };
        ReportDeliverableBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description How much of it could be delivered.
             * @example partial
             * @enum {string}
             */
            result: "full" | "partial" | "unanswerable";
            /**
             * @description The report.
             * @example Fyra av sex mått är framtagna
             */
            text?: string;
            /**
             * @description Why it could not be delivered in full; required unless the result is full.
             * @example Uppgifterna finns inte i alla kommuner
             */
            why?: string;
        };
        MeetPreconditionBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description A note.
             * @example Dialogen hölls den 12 mars
             */
            note?: string;
        };
        AcknowledgeAssignmentDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description A note.
             * @example Vi tar oss an uppdraget
             */
            note?: string;
        };
        ReportProgressDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description How it goes.
             * @example atRisk
             * @enum {string}
             */
            status: "onTrack" | "atRisk" | "delayed";
            /**
             * @description The report.
             * @example Underlag saknas från två kommuner
             */
            text: string;
            /**
             * @description The report came by the link in a mail.
             * @enum {string}
             */
            via?: "mailLink";
        };
        MoveDeadlineDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The new deadline, in the words of the minutes.
             * @example hösten 2026
             */
            to: string;
            /** @description The meeting it is bound to. */
            boundToMeeting?: string;
            /** @description The decision that moved it. */
            decidedBy?: string;
            /**
             * @description Why it was moved.
             * @example Väntar på remissvar
             */
            reason?: string;
            /** @description `false`: the source gives no reason. One of `reason` and this is required. */
            reasonStated?: boolean;
        };
        SubmitFinalReportDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The report.
             * @example Uppdraget slutredovisas härmed
             */
            text: string;
            /**
             * @description The document with the report.
             * @example Slutrapport uppföljning 2026
             */
            document?: string;
        };
        ReportWrongAssigneeDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Who should have it, if that is known.
             * @example Frågan hör till samordnaren för e-hälsa
             */
            text?: string;
        };
        RequestSupplementDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description What is missing.
             * @example Kostnaderna behöver redovisas per part
             */
            text: string;
            /**
             * @description Until when, in the words of the minutes.
             * @example senast 1 oktober 2026
             */
            deadline?: string;
        };
        CloseAssignmentDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description How the body sees the result.
             * @example partly
             * @enum {string}
             */
            outcome: "fulfilled" | "partly" | "notFulfilled" | "lapsed";
            /**
             * @description Why; required unless it is fulfilled.
             * @example Resten tas om hand i ett nytt uppdrag
             */
            reason?: string;
        };
        ReopenAssignmentDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why.
             * @example Frågan visade sig inte vara löst
             */
            reason: string;
        };
        ReplaceAssignmentDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The assignment that takes its place.
             * @example uppdrag-nytt
             */
            by: string;
            /**
             * @description Why.
             * @example Ett bredare uppdrag har givits
             */
            reason?: string;
        };
        RegisterPersonDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The name.
             * @example Åsa Öberg-Ängström
             */
            name: string;
            /**
             * Format: email
             * @description Where reminders go.
             * @example asa.oberg@bjorkvik.example
             */
            email?: string;
            /**
             * @description The language of mails.
             * @default sv
             * @example sv
             * @enum {string}
             */
            language?: "sv" | "en";
        };
        UpdatePersonDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description The name. */
            name?: string;
            /**
             * Format: email
             * @description Where reminders go.
             * @example asa.oberg@asmark.example
             */
            email?: string;
            /**
             * @description The language of mails.
             * @enum {string}
             */
            language?: "sv" | "en";
        };
        StateAbsenceDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * Format: date
             * @description The first day away.
             * @example 2026-07-06
             */
            from: string;
            /**
             * Format: date
             * @description The last day away.
             * @example 2026-08-02
             */
            to: string;
        };
        NameDeputyDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Who stands in.
             * @example person-2
             */
            deputy: string;
        };
        ErasePersonBody: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description Why; name nobody here, it is kept for ever.
             * @example På egen begäran
             */
            reason?: string;
        };
        PauseRemindersDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * Format: date
             * @description The last day without reminders; left out: until they are resumed.
             * @example 2026-08-16
             */
            until?: string;
            /**
             * @description Why.
             * @example Arbetet vilar över sommaren
             */
            reason?: string;
        };
        ResumeRemindersDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description Why. */
            reason?: string;
        };
        ChangeReminderRecipientDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The responsible role.
             * @example utvecklingsdirektor
             */
            role: string;
            /**
             * @description Who is reminded instead; left out: whoever holds the role again.
             * @example person-2
             */
            person?: string;
            /** @description Why. */
            reason?: string;
        };
        RemindNowDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description Why. */
            reason?: string;
        };
        RevokeReminderLinksDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The letter, as the ledger names it.
             * @example 2026-06-10.person-1
             */
            letter: string;
            /** @description Why. */
            reason?: string;
        };
        FeedScopeDto: {
            /**
             * @description What is asked of you, what a body waits for, or a filtered list.
             * @example mine
             * @enum {string}
             */
            kind: "mine" | "body" | "view";
            /**
             * @description With `body`: which one.
             * @example sra
             */
            body?: string;
            /** @description With `view`: the query of the list. */
            query?: string;
        };
        OpenFeedDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description SHA-256 of the secret in the address, in hexadecimal. */
            secretHash: string;
            /** @description What the feed shows. */
            scope: components["schemas"]["FeedScopeDto"];
        };
        RevokeFeedDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /** @description Why. */
            reason?: string;
        };
        SignInDto: {
            /**
             * @description A token from the configuration.
             * @example demo-sekreterare-ylva
             */
            token: string;
        };
        CapacityView: {
            /** @description The role. */
            role: components["schemas"]["WordView"];
            /** @description The body; missing: every body. */
            body?: components["schemas"]["RefView"];
        };
        MeView: {
            /**
             * @description Opaque id, as in facts.
             * @example p03
             */
            id: string;
            /** @example Ylva Ek */
            name?: string;
            capacities: components["schemas"]["CapacityView"][];
            /** @description The bodies you may read. */
            bodies: components["schemas"]["BodySummaryView"][];
            /**
             * @description The body to begin with.
             * @example sra
             */
            home?: string;
            /**
             * @description The day it is here.
             * @example 2026-06-05
             */
            today: string;
            /** @example Europe/Stockholm */
            timeZone: string;
            /** @description A demo: the clock can be moved and the role changed. */
            demo: boolean;
        };
        PersonaView: {
            /** @example p03 */
            id: string;
            /** @example Mötessekreterare */
            title: string;
            roles: components["schemas"]["WordView"][];
            /**
             * @description Sign in with this. It is public.
             * @example demo-sekreterare-ylva
             */
            token: string;
        };
        ClockView: {
            /** @example 2026-06-10T08:00:00.000Z */
            now: string;
            /** @example 2026-06-10 */
            today: string;
            /** @example Europe/Stockholm */
            timeZone: string;
            /**
             * @description Facts of the story that were told while the clock moved.
             * @example 12
             */
            told?: number;
            /**
             * @description Facts of the story that no longer fitted what has been done in the demo.
             * @example 0
             */
            unfit?: number;
        };
        MoveClockDto: {
            /**
             * @description A day or a point in time, later than now.
             * @example 2026-09-01
             */
            to?: string;
            /**
             * @description How many days on.
             * @example 7
             */
            days?: number;
        };
        BuildingView: {
            /** @example 1200 */
            done: number;
            /** @example 5000 */
            total: number;
        };
        QueueView: {
            /**
             * @description lost: letters are found by the sweep alone. unfit: the Redis may forget, and is not used.
             * @example connected
             */
            state: string;
            /**
             * @description For how many seconds it has been so.
             * @example 3600
             */
            seconds: number;
            /**
             * @description Wake-ups of the coming days.
             * @example 12
             */
            delayed?: number;
            /**
             * @description Wake-ups that wait for a worker.
             * @example 0
             */
            waiting?: number;
            /**
             * @description Wake-ups whose letters could not be delivered.
             * @example 0
             */
            failed?: number;
        };
        LettersView: {
            /**
             * @description Letters that should have gone and have not.
             * @example 0
             */
            unsent: number;
            /**
             * @description How long the oldest of them has waited.
             * @example 0
             */
            oldestMinutes: number;
            /**
             * @description Whether a process that sends has looked for letters within the last minutes.
             * @example true
             */
            alive: boolean;
            /** @description What stands in the way; it is tried again. */
            trouble?: string;
            /** @description What wakes the sending at its time; set with REDIS_URL. */
            queue?: components["schemas"]["QueueView"];
        };
        DiskView: {
            /** @example 52428800000 */
            freeBytes: number;
            /** @example 104857600000 */
            totalBytes: number;
            /**
             * @description Less than a gigabyte, or than five per cent, is left.
             * @example false
             */
            low: boolean;
        };
        StopView: {
            /** @example 128 */
            position: string;
            event: string;
            /** @example DeadlineMoved */
            type: string;
            message: string;
        };
        ReadModelView: {
            /** @example assignments */
            name: string;
            /**
             * @description Where in the log it stands.
             * @example 128
             */
            position: string;
            /**
             * @description How many facts it has not taken in.
             * @example 0
             */
            lag: number;
            /** @description The fact it could not take. */
            stopped?: components["schemas"]["StopView"];
        };
        ReadyView: {
            /** @example ok */
            status: string;
            /** @example reachable */
            log: string;
            /** @description While the read models are being built. */
            building?: components["schemas"]["BuildingView"];
            /** @description What is wrong; it is tried again. */
            trouble?: string;
            /** @description The sending of letters. */
            letters?: components["schemas"]["LettersView"];
            /** @description The disk where the data lies. */
            disk?: components["schemas"]["DiskView"];
            readModels: components["schemas"]["ReadModelView"][];
        };
        VersionView: {
            /** @example beslutslogg */
            name: string;
            /** @example 0.1.0 */
            version: string;
        };
        KeptMailItemView: {
            /** @example 2026-06-10.person-1 */
            id: string;
            /** @example 2026-06-10T06:00:00.000Z */
            at: string;
            to: components["schemas"]["PersonRefView"];
            /** @example Uppdrag från SRÄ: Återkomma med förslag */
            subject: string;
            /**
             * @description The language it is written in: its reader’s.
             * @example sv
             */
            language: string;
        };
        MailHeaderView: {
            /** @example Auto-Submitted */
            name: string;
            /** @example auto-generated */
            value: string;
        };
        KeptMailView: {
            /** @example 2026-06-10.person-1 */
            id: string;
            /** @example 2026-06-10T06:00:00.000Z */
            at: string;
            to: components["schemas"]["PersonRefView"];
            /** @example Uppdrag från SRÄ: Återkomma med förslag */
            subject: string;
            /**
             * @description The language it is written in: its reader’s.
             * @example sv
             */
            language: string;
            /** @example asa@bjorkvik.example */
            address: string;
            /** @description Whom a reply reaches: the secretary. */
            replyTo?: string;
            /** @description Besides those every mail has. */
            headers: components["schemas"]["MailHeaderView"][];
            /** @description The mail as plain text. */
            text: string;
            /** @description The same as HTML. */
            html: string;
            /** @description The calendar entry that comes along (iCalendar). */
            calendar?: string;
            /** @description What takes back calendar entries of earlier mails (iCalendar, CANCEL). */
            cancelled?: string;
        };
        AskedAtView: {
            /**
             * @description The answer holds every fact before this place in the log.
             * @example 128
             */
            position: string;
            /** @example 2026-06-05T08:15:30.123Z */
            at: string;
            /**
             * @description The day it was, and is in the answer.
             * @example 2026-06-05
             */
            on: string;
        };
        SavedViewView: {
            /** @example vy-1 */
            id: string;
            /** @example 0 */
            revision: number;
            /** @example sra */
            body: string;
            /** @example Försenat före mötet i juni */
            name: string;
            /** @example /uppdrag?forsenat=ja */
            address: string;
            /** @description Everyone who reads the body sees it; else only you. */
            shared: boolean;
            /** @description It has been removed; it can still be opened and put back. */
            removed: boolean;
            /** @description Of a review: where its answer is fixed. */
            asked?: components["schemas"]["AskedAtView"];
        };
        SaveViewDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description The body it is about.
             * @example sra
             */
            body: string;
            /**
             * @description What it is called. No names of people.
             * @example Försenat före mötet i juni
             */
            name: string;
            /**
             * @description The address in the web, path and query. In Beslut and Uppdrag it is a view; in Granskning a review, which keeps its answer.
             * @example /uppdrag?forsenat=ja
             */
            address: string;
            /** @description For everyone in the body (chair, secretary, administrator, auditor); else for yourself. */
            shared: boolean;
        };
        RenameViewDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
            /**
             * @description What it is called. No names of people.
             * @example Försenat före mötet i juni
             */
            name: string;
        };
        RemoveViewDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
        };
        RestoreViewDto: {
            /** @description When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say. */
            occurred?: string | null;
            /**
             * Format: date
             * @description The date of the source that tells it. Left out: today.
             */
            statedAt?: string;
            /**
             * Format: date
             * @description The first day on which it has effect.
             */
            effectiveFrom?: string;
            /** @description The sentence it came from. */
            source?: components["schemas"]["SourceDto"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listBodies: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BodySummaryView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registerBody: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterBodyDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getBody: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BodyView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listMeetings: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only this year. */
                year?: number;
                /** @description Only this kind. */
                kind?: "ordinary" | "extra" | "perCapsulam";
                /** @description Only in this state. */
                state?: "planned" | "open" | "held" | "cancelled";
                /** @description From this day. */
                from?: string;
                /** @description To this day. */
                to?: string;
                /** @description By date. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingItemView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    scheduleMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleMeetingDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getMeeting: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    agendaDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgendaDraftView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listMatters: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only in this state. */
                state?: "open" | "closed";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MatterItemView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    openMatter: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenMatterDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getMatter: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatterView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listDecisions: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only of this meeting. */
                meeting?: string;
                /** @description Only of this matter. */
                matter?: string;
                /** @description Only with a point of this kind. */
                kind?: "noted" | "endorsed" | "approved" | "assigned" | "recommended" | "decided" | "tabled" | "referredBack" | "rejected";
                /** @description Only in this state. */
                state?: "recorded" | "confirmed" | "superseded" | "revoked";
                /** @description Taken from this day. */
                from?: string;
                /** @description Taken to this day. */
                to?: string;
                /** @description Only with (`true`) or without (`false`) open assignments. */
                open?: boolean;
                /** @description What to sort by. */
                sort?: "date" | "title";
                /** @description Left out: newest first by date, from A to Ö by title. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DecisionItemView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    recordDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionSheet: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only of this meeting. */
                meeting?: string;
                /** @description Only of this matter. */
                matter?: string;
                /** @description Only with a point of this kind. */
                kind?: "noted" | "endorsed" | "approved" | "assigned" | "recommended" | "decided" | "tabled" | "referredBack" | "rejected";
                /** @description Only in this state. */
                state?: "recorded" | "confirmed" | "superseded" | "revoked";
                /** @description Taken from this day. */
                from?: string;
                /** @description Taken to this day. */
                to?: string;
                /** @description Only with (`true`) or without (`false`) open assignments. */
                open?: boolean;
                /** @description What to sort by. */
                sort?: "date" | "title";
                /** @description Left out: newest first by date, from A to Ö by title. */
                order?: "asc" | "desc";
                /** @description Of its headings and words. Left out: by `Accept-Language`. */
                language?: "sv" | "en";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with its mark, semicolons between cells. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getDecision: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    decisionHistory: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description Which date the facts follow. */
                order?: "happened" | "stated" | "recorded";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listAssignments: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only where a role of this party is responsible. */
                party?: string;
                /** @description Only where this role is responsible. */
                role?: string;
                /** @description The last day of the deadline is this day or later. */
                from?: string;
                /** @description The last day of the deadline is this day or earlier. */
                to?: string;
                /** @description Only what is late (`true`) or not (`false`). */
                late?: boolean;
                /** @description Only deadlines that name no day (`true`) or a day (`false`). */
                vague?: boolean;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description Only where this person holds a responsible role. */
                person?: string;
                /** @description Only those this body is to hear back from. */
                recipient?: string;
                /** @description Only those that came of this decision. */
                decision?: string;
                /** @description Only those of this matter. */
                matter?: string;
                /** @description Only this kind. */
                kind?: "assignment" | "commitment";
                /** @description Only in this state; `open` is every state but `closed`. */
                state?: "open" | "given" | "acknowledged" | "inProgress" | "partlyReported" | "finallyReported" | "closed";
                /** @description What to sort by; as of a date not by `changed`. */
                sort?: "due" | "title" | "given" | "changed";
                /** @description Left out: newest first by `given` and `changed`, else ascending. */
                order?: "asc" | "desc";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AssignmentItemView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    giveAssignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveAssignmentDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    assignmentSheet: {
        parameters: {
            query?: {
                /** @description Only this body. */
                body?: string;
                /** @description Only where a role of this party is responsible. */
                party?: string;
                /** @description Only where this role is responsible. */
                role?: string;
                /** @description The last day of the deadline is this day or later. */
                from?: string;
                /** @description The last day of the deadline is this day or earlier. */
                to?: string;
                /** @description Only what is late (`true`) or not (`false`). */
                late?: boolean;
                /** @description Only deadlines that name no day (`true`) or a day (`false`). */
                vague?: boolean;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description Only where this person holds a responsible role. */
                person?: string;
                /** @description Only those this body is to hear back from. */
                recipient?: string;
                /** @description Only those that came of this decision. */
                decision?: string;
                /** @description Only those of this matter. */
                matter?: string;
                /** @description Only this kind. */
                kind?: "assignment" | "commitment";
                /** @description Only in this state; `open` is every state but `closed`. */
                state?: "open" | "given" | "acknowledged" | "inProgress" | "partlyReported" | "finallyReported" | "closed";
                /** @description What to sort by; as of a date not by `changed`. */
                sort?: "due" | "title" | "given" | "changed";
                /** @description Left out: newest first by `given` and `changed`, else ascending. */
                order?: "asc" | "desc";
                /** @description Of its headings and words. Left out: by `Accept-Language`. */
                language?: "sv" | "en";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description UTF-8 with its mark, semicolons between cells. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getAssignment: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignmentView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    replayAssignment: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    compareAssignment: {
        parameters: {
            query: {
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description By what had happened, been stated or been recorded. */
                axis?: "happenedBy" | "statedBy" | "recordedBy";
                /** @description The first date. */
                from: string;
                /** @description The second date. Left out: today. */
                to?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparisonView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    expectedFeedback: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only where a role of this party is responsible. */
                party?: string;
                /** @description Only where this role is responsible. */
                role?: string;
                /** @description The last day of the deadline is this day or later. */
                from?: string;
                /** @description The last day of the deadline is this day or earlier. */
                to?: string;
                /** @description Only what is late (`true`) or not (`false`). */
                late?: boolean;
                /** @description Only deadlines that name no day (`true`) or a day (`false`). */
                vague?: boolean;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description Only assignments, or only milestones. */
                kind?: "assignment" | "milestone";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FeedbackView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    attention: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only for these reasons; several with commas between. */
                reason?: ("noResponsible" | "roleWithoutHolder" | "wrongAssignee" | "noRecipient" | "noDeadline" | "windowPassed" | "noWordSinceTwoMeetings" | "expectedAtNoMeeting" | "reportedNotTakenUp" | "perCapsulamNotReported" | "pointWithoutFollowUp" | "sourcesDisagree" | "commitmentOpen")[];
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AttentionView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Words, beginnings of words, or a phrase in quotes. */
                text: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only in these; several with commas between. */
                kind?: ("decision" | "assignment" | "matter" | "milestone" | "meeting" | "role" | "report" | "reason")[];
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HitView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    board: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only assignments, or only milestones. */
                kind?: "assignment" | "milestone";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BoardItemView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    compareBoard: {
        parameters: {
            query: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description By what had happened, been stated or been recorded. */
                axis?: "happenedBy" | "statedBy" | "recordedBy";
                /** @description The first date. */
                from: string;
                /** @description The second date. Left out: today. */
                to?: string;
                /** @description Only this body. */
                body?: string;
                /** @description Only assignments, or only milestones. */
                kind?: "assignment" | "milestone";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["BoardChangeView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    balance: {
        parameters: {
            query?: {
                /** @description As of the end of this day, by what had happened. */
                happenedBy?: string;
                /** @description As of the end of this day, by what had been stated. */
                statedBy?: string;
                /** @description As of the end of this day, by what the log had recorded. */
                recordedBy?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description Only this body. */
                body?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalanceView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    audit: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description A saved review: answered from the log as it was when the review was saved, with the day it was then as today. */
                review?: string;
                /** @description Only what this actor recorded. */
                actor?: string;
                /** @description Only this type of fact. */
                type?: "BodyRegistered" | "PartyGroupFormed" | "PartyJoined" | "PartyLeft" | "RoleDefined" | "RoleHolderAppointed" | "RoleHolderLeft" | "ReminderPolicySet" | "CycleEntryPlaced" | "MeetingScheduled" | "MeetingMoved" | "MeetingCancelled" | "MeetingHeld" | "PerCapsulamOpened" | "PerCapsulamConcluded" | "NotesApproved" | "PerCapsulamReported" | "MatterOpened" | "MilestonePlanned" | "MilestoneMoved" | "MilestoneReached" | "MilestoneDropped" | "MatterLinked" | "MatterClosed" | "MatterReopened" | "DecisionRecorded" | "PointMarkedNoActionNeeded" | "DecisionConfirmed" | "DecisionCorrected" | "DecisionAmended" | "DecisionSuperseded" | "DecisionRevoked" | "DecisionDispatched" | "AssignmentGiven" | "CommitmentPromoted" | "RecipientNamed" | "ResponsibleAdded" | "ResponsibleReleased" | "DeliverableDefined" | "PreconditionMet" | "AssignmentAcknowledged" | "ProgressReported" | "DeliverableReported" | "DeadlineMoved" | "FinalReportSubmitted" | "WrongAssigneeReported" | "SupplementRequested" | "AssignmentClosed" | "AssignmentReopened" | "AssignmentReplaced" | "PersonRegistered" | "PersonUpdated" | "AbsenceStated" | "DeputyNamed" | "PersonErased" | "RemindersPaused" | "RemindersResumed" | "ReminderRecipientChanged" | "ReminderAskedFor" | "ReminderLinksRevoked" | "ReminderWithheld" | "LetterClaimed" | "LetterHandedOver" | "LetterAccepted" | "LetterRefused" | "LetterUnknown" | "LetterWithdrawn" | "FeedOpened" | "FeedRevoked" | "ViewSaved" | "ReviewSaved" | "ViewRenamed" | "ViewRemoved" | "ViewRestored";
                /** @description With `id`: only about this. */
                kind?: "body" | "meeting" | "matter" | "decision" | "assignment" | "person" | "register" | "reminder" | "letter" | "feed" | "view";
                /** @description With `kind`: only about this. */
                id?: string;
                /** @description Only this body. */
                body?: string;
                /** @description The dates that `from`, `to` and the order go by. */
                date?: "happened" | "stated" | "recorded";
                /** @description From this day. */
                from?: string;
                /** @description To this day. */
                to?: string;
                /** @description Which first. */
                order?: "newest" | "oldest";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FactView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    understandDeadline: {
        parameters: {
            query: {
                /** @description The words of the minutes. */
                text: string;
                /** @description The day they were said. Left out: today. */
                statedAt?: string;
                /** @description The body that is to hear back: its seasons and its meetings. */
                body?: string;
                /** @description The day a term (“en vecka”) runs from, when it is known. */
                from?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnderstoodView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    registerPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterPersonDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePersonDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listPlannedReminders: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
                /** @description Only this body. */
                body?: string;
                /** @description The week it is, Monday to Sunday, with what has gone out already; or the coming 90 days. */
                period?: "week" | "quarter";
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PlannedReminderView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getReminderLedger: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listFeeds: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FeedView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    openFeed: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenFeedDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    formPartyGroup: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormPartyGroupDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    admitParty: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmitPartyDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    recordPartyLeft: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                party: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPartyLeftBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    defineRole: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineRoleDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    appointHolder: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointHolderBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    recordHolderLeft: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                role: string;
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordHolderLeftBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    setReminderPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetReminderPolicyDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    placeCycleEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceCycleEntryDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    moveMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveMeetingDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    cancelMeeting: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelMeetingDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    recordMeetingHeld: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordMeetingHeldDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    openPerCapsulam: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenPerCapsulamDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    concludePerCapsulam: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConcludePerCapsulamDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reportPerCapsulam: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPerCapsulamDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    approveNotes: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveNotesBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    planMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanMilestoneDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    moveMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                milestone: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveMilestoneBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reachMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                milestone: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReachMilestoneBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    dropMilestone: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                milestone: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DropMilestoneBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    linkMatter: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkMatterDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    closeMatter: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseMatterDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reopenMatter: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenMatterDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    markNoActionNeeded: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                n: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNoActionNeededBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    confirmDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    correctDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    amendDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AmendDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    supersedeDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupersedeDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    revokeDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    dispatchDecision: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DispatchDecisionDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    promoteCommitment: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PromoteCommitmentDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    nameRecipient: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameRecipientDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    addResponsible: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddResponsibleDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    releaseResponsible: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseResponsibleBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    defineDeliverable: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineDeliverableDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reportDeliverable: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                deliverable: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportDeliverableBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    meetPrecondition: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
                precondition: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetPreconditionBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    acknowledgeAssignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgeAssignmentDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reportProgress: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportProgressDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    moveDeadline: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDeadlineDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    submitFinalReport: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitFinalReportDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reportWrongAssignee: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportWrongAssigneeDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    requestSupplement: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestSupplementDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    closeAssignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAssignmentDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    reopenAssignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenAssignmentDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    replaceAssignment: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplaceAssignmentDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    stateAbsence: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateAbsenceDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    nameDeputy: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameDeputyDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ErasePersonBody"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    pauseReminders: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PauseRemindersDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    resumeReminders: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeRemindersDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    changeReminderRecipient: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeReminderRecipientDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    remindNow: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindNowDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    revokeReminderLinks: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeReminderLinksDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    revokeFeed: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeFeedDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: never;
            header?: {
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: 128
                     *     event: changed
                     *     data: {"position":"128","changes":[{"kind":"assignment","id":"uppdrag-1","body":"sra","type":"DeadlineMoved"}]}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cookie is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demoPersonas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaView"][];
                };
            };
            /** @description It does not exist, or belongs to a body that you cannot read. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    demoClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description No known token. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    moveDemoClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveClockDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
        };
    };
    version: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                /** @description At most this many. */
                limit?: number;
                /** @description The `next` of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["KeptMailItemView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getOutboxMail: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeptMailView"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query: {
                /** @description The body. */
                body: string;
            };
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SavedViewView"][];
                        /** @description The `cursor` of the next page; missing on the last one. */
                        next?: string;
                    };
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    saveView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveViewDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            201: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where it is found. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    getView: {
        parameters: {
            query?: never;
            header?: {
                /** @description From an earlier write: the answer waits until it shows that change (2 seconds at most). */
                "Log-Position"?: string;
                /** @description An `ETag`: 304 when the revision is still the same. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The revision. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewView"];
                };
            };
            /** @description Not changed. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    renameView: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameViewDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveViewDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    restoreView: {
        parameters: {
            query?: never;
            header: {
                /** @description Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way. */
                "Idempotency-Key"?: string;
                /** @description The `ETag` of what you read, or `*` for whatever stands there. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreViewDto"];
            };
        };
        responses: {
            /** @description Recorded. */
            200: {
                headers: {
                    /** @description The revision, for `If-Match`. */
                    ETag?: string;
                    /** @description The place in the log. */
                    "Log-Position"?: string;
                    /** @description The Idempotency-Key had been used: nothing was done now. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Written"];
                };
            };
            /** @description The request has the wrong shape; `errors` names every field. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
}
