package org.facecheck.testkit.config;

import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;

/**
 * Facecheck's keys, for editors only: those with MicroProfile's language server take the keys that they offer from annotations in
 * the jars of a project. Nothing reads a value by this class. Its fields are written by a test from the code and the table in the
 * documents.
 */
@NullUnmarked
@SuppressWarnings({"unused", "UnusedVariable"})
class FaceCheckKeys {
    /** URL patterns that ask for a face check, as in web.xml: /payroll/*, *.pay, /exact. This, or at least one named rule, is required. */
    @ConfigProperty(name = "facecheck.protect")
    String protect;

    /** URL patterns that stay open although one of facecheck.protect matches them. */
    @ConfigProperty(name = "facecheck.exempt")
    String exempt;

    /** How long a check is good for. */
    @ConfigProperty(name = "facecheck.max-age", defaultValue = "PT30M")
    Duration maxAge;

    /** What the named rule protects; names are letters, digits, - and _. */
    @ConfigProperty(name = "facecheck.rule.{*}.patterns")
    String ruleNamedPatterns;

    /** Servlets, by their names in web.xml or annotations, that the named rule protects wherever they are mapped, and in dispatches by name, which have no path. */
    @ConfigProperty(name = "facecheck.rule.{*}.servlets")
    String ruleNamedServlets;

    /** What stays open although the rule matches it. */
    @ConfigProperty(name = "facecheck.rule.{*}.exempt")
    String ruleNamedExempt;

    /** How long a check is good for this rule. */
    @ConfigProperty(name = "facecheck.rule.{*}.max-age")
    Duration ruleNamedMaxAge;

    /** Whether each request takes a check of its own, made for that very request. */
    @ConfigProperty(name = "facecheck.rule.{*}.one-time", defaultValue = "false")
    Boolean ruleNamedOneTime;

    /** What people call that which the rule protects, such as Payroll: the page says that it is about to be opened. */
    @ConfigProperty(name = "facecheck.rule.{*}.title")
    String ruleNamedTitle;

    /** Where the Face Match API is. http:// for this very machine only. */
    @ConfigProperty(name = "facecheck.service.base-url", defaultValue = "https://sdk.faceki.com")
    String serviceBaseUrl;

    /** Of the Faceki account. With a matcher of your own, both credentials may be left out. */
    @ConfigProperty(name = "facecheck.service.client-id")
    String serviceClientId;

    /** Of the Faceki account; required unless the secret is in a file. */
    @ConfigProperty(name = "facecheck.service.client-secret")
    String serviceClientSecret;

    /** Absolute path of a file with the secret, in its place: Secrets. */
    @ConfigProperty(name = "facecheck.service.client-secret-file")
    String serviceClientSecretFile;

    /** V2 (/facelink/api/face-check) or v3 (/api/v3/kyc_verification/search-by-face). */
    @ConfigProperty(name = "facecheck.service.dialect", defaultValue = "v2")
    String serviceDialect;

    /** Query (GET …/access-token) or json (POST …/generate-token). */
    @ConfigProperty(name = "facecheck.service.token-request", defaultValue = "query")
    String serviceTokenRequest;

    /** Whether a token is asked for when the application starts, so that the log says at once whether id and secret are good. It stops nothing, nobody waits for it, and the first check takes the token. */
    @ConfigProperty(name = "facecheck.service.startup-check", defaultValue = "true")
    Boolean serviceStartupCheck;

    /** HTTP proxy, host:port; otherwise the JVM's own setting. */
    @ConfigProperty(name = "facecheck.service.proxy")
    String serviceProxy;

    /** For one connect. */
    @ConfigProperty(name = "facecheck.service.connect-timeout", defaultValue = "PT3S")
    Duration serviceConnectTimeout;

    /** For a whole check, a new token and the repetition after it included. */
    @ConfigProperty(name = "facecheck.service.timeout", defaultValue = "PT20S")
    Duration serviceTimeout;

    /** Checks under way at once; more are told to come back in a few seconds. */
    @ConfigProperty(name = "facecheck.service.max-concurrent", defaultValue = "200")
    Integer serviceMaxConcurrent;

    /** After how many checks in a row that the service failed the next ones end at once. */
    @ConfigProperty(name = "facecheck.service.circuit-failures", defaultValue = "5")
    Integer serviceCircuitFailures;

    /** For how long they do, before one of them tries whether the service is back. */
    @ConfigProperty(name = "facecheck.service.circuit-delay", defaultValue = "PT30S")
    Duration serviceCircuitDelay;

    /** Whether a check says who the person claims to be: the name of the principal, else the user name of the login. For the engine and for matchers of your own, which then compare one to one. Faceki's service does not know it. */
    @ConfigProperty(name = "facecheck.service.person-key", defaultValue = "false")
    Boolean servicePersonKey;

    /** Where the capture page is. */
    @ConfigProperty(name = "facecheck.capture.path", defaultValue = "/facecheck")
    String capturePath;

    /** The application's own view of it. */
    @ConfigProperty(name = "facecheck.capture.view")
    String captureView;

    /** How large a selfie may be. */
    @ConfigProperty(name = "facecheck.capture.max-bytes", defaultValue = "8388608")
    Integer captureMaxBytes;

    /** Whether the page offers a file in place of the camera. This concerns the page alone: the server can't tell a file from a camera's picture. */
    @ConfigProperty(name = "facecheck.capture.allow-upload", defaultValue = "true")
    Boolean captureAllowUpload;

    /** How large a form may be to be kept during the check. */
    @ConfigProperty(name = "facecheck.remember.max-bytes", defaultValue = "65536")
    Integer rememberMaxBytes;

    /** Of these, how many may hold a thread of the container, where some filter before the page is not asynchronous. */
    @ConfigProperty(name = "facecheck.service.max-blocking", defaultValue = "8")
    Integer serviceMaxBlocking;

    /** How much memory all uploads and checks under way may take, from the first byte to the answer. It is taken as the bytes arrive. What cleaning and turning a picture takes for the moment is not counted. */
    @ConfigProperty(name = "facecheck.capture.max-bytes-in-flight", defaultValue = "134217728")
    Integer captureMaxBytesInFlight;

    /** How long an upload may take to arrive. */
    @ConfigProperty(name = "facecheck.capture.upload-timeout", defaultValue = "PT1M")
    Duration captureUploadTimeout;

    /** Uploads at once, from their headers to the answer; more are told to come back in a few seconds. */
    @ConfigProperty(name = "facecheck.capture.max-uploads", defaultValue = "5000")
    Integer captureMaxUploads;

    /** Of these, how many from one client address. */
    @ConfigProperty(name = "facecheck.capture.max-uploads-per-address", defaultValue = "500")
    Integer captureMaxUploadsPerAddress;

    /** Of these, how many in one session. */
    @ConfigProperty(name = "facecheck.capture.max-uploads-per-session", defaultValue = "4")
    Integer captureMaxUploadsPerSession;

    /** Of these, how much for the uploads of one client address. */
    @ConfigProperty(name = "facecheck.capture.max-bytes-per-address", defaultValue = "67108864")
    Integer captureMaxBytesPerAddress;

    /** Of these, how much for the uploads of one session. */
    @ConfigProperty(name = "facecheck.capture.max-bytes-per-session", defaultValue = "25165824")
    Integer captureMaxBytesPerSession;

    /** What an upload may not fall below after its first ten seconds. */
    @ConfigProperty(name = "facecheck.capture.min-bytes-per-second", defaultValue = "500")
    Integer captureMinBytesPerSecond;

    /** Whether the page takes a picture that has been good for a moment by itself, and sends it three seconds later; either can be stopped. Where nothing is set, it does so if there is a detector: without one, nothing says that there is a face in the picture. */
    @ConfigProperty(name = "facecheck.capture.auto")
    Boolean captureAuto;

    /** Path of a detector of your own, an ES module: /js/detector.js. */
    @ConfigProperty(name = "facecheck.capture.detector")
    String captureDetector;

    /** Path of a style sheet of the application's for the looks of the jar's own page. */
    @ConfigProperty(name = "facecheck.capture.style-sheet")
    String captureStyleSheet;

    /** The only language of the page, such as fr; otherwise the first that the browser asks for. */
    @ConfigProperty(name = "facecheck.capture.language")
    String captureLanguage;

    /** Sent with the page in place of the jar's own policy, and with a view of the application's, which has none otherwise. */
    @ConfigProperty(name = "facecheck.capture.content-security-policy")
    String captureContentSecurityPolicy;

    /** The application's name, on top of the jar's own page. */
    @ConfigProperty(name = "facecheck.capture.title")
    String captureTitle;

    /** Path of the application's mark, beside its name. */
    @ConfigProperty(name = "facecheck.capture.logo")
    String captureLogo;

    /** Where people find help, likewise, or mailto:. */
    @ConfigProperty(name = "facecheck.capture.help-url")
    String captureHelpUrl;

    /** Where people read what becomes of their picture: an address, or a path below the context path. */
    @ConfigProperty(name = "facecheck.capture.privacy-url")
    String capturePrivacyUrl;

    /** Who gets the pictures and compares them, as the page tells people. */
    @ConfigProperty(name = "facecheck.capture.processor", defaultValue = "Faceki")
    String captureProcessor;

    /** Whether a person has to agree before a picture is taken, by a check box; no picture is used without that, however it is sent. */
    @ConfigProperty(name = "facecheck.capture.consent", defaultValue = "false")
    Boolean captureConsent;

    /** Application: the face is the login, and the application sees who was verified as the request's principal; container: the container does, too, by a second jar. Without the key, the face comes on top of the application's own login. */
    @ConfigProperty(name = "facecheck.login")
    String login;

    /** The field of the KYC document that is the user's name, such as documentNumber; needed unless the application has a FaceLogin bean. */
    @ConfigProperty(name = "facecheck.login.name")
    String loginName;

    /** The roles of everybody who is logged in, separated by commas. */
    @ConfigProperty(name = "facecheck.login.roles")
    String loginRoles;

    /** Ask: the page asks for the name first, which has to be that of the person; none: the face alone says who somebody is. */
    @ConfigProperty(name = "facecheck.login.username", defaultValue = "ask")
    String loginUsername;

    /** How long a session may be idle that somebody is logged in to; the container's own time if nothing is written, or if that is shorter. */
    @ConfigProperty(name = "facecheck.login.max-idle")
    Duration loginMaxIdle;

    /** Where a form logs people out, such as /sign-out; nowhere if nothing is written. */
    @ConfigProperty(name = "facecheck.login.logout-path")
    String loginLogoutPath;

    /** Whether a login ends the same person's earlier ones in other sessions; not where facecheck.attempts.shared says that there are several servers. */
    @ConfigProperty(name = "facecheck.login.single-session", defaultValue = "false")
    Boolean loginSingleSession;

    /** How long a session that Facecheck has begun may be idle before it ends, if the container's own time is not shorter. After a pass, or when a user comes who is logged in, the container's time counts. A session that the application has begun is left alone. */
    @ConfigProperty(name = "facecheck.session.idle", defaultValue = "PT10M")
    Duration sessionIdle;

    /** How much memory all sessions of one server may take for what they remember, pages and forms. */
    @ConfigProperty(name = "facecheck.remember.max-bytes-in-all", defaultValue = "33554432")
    Integer rememberMaxBytesInAll;

    /** Failed attempts in one session before it has to wait. */
    @ConfigProperty(name = "facecheck.attempts.max", defaultValue = "5")
    Integer attemptsMax;

    /** Failed attempts as one logged-in principal, in whatever sessions. */
    @ConfigProperty(name = "facecheck.attempts.max-per-principal", defaultValue = "10")
    Integer attemptsMaxPerPrincipal;

    /** Failed attempts from one client address (of IPv6, one /64 network), in whatever sessions; many people may share one. */
    @ConfigProperty(name = "facecheck.attempts.max-per-address", defaultValue = "100")
    Integer attemptsMaxPerAddress;

    /** The time from the first attempt in which they are counted, and until whose end one has to wait then. */
    @ConfigProperty(name = "facecheck.attempts.window", defaultValue = "PT15M")
    Duration attemptsWindow;

    /** JNDI name of a cache in which the servers of a cluster count together; otherwise each counts by itself. */
    @ConfigProperty(name = "facecheck.attempts.shared")
    String attemptsShared;

    /** Ask that the status of the KYC record is ACCEPTED. */
    @ConfigProperty(name = "facecheck.accept.status", defaultValue = "true")
    Boolean acceptStatus;

    /** Ask that the record is not deleted. */
    @ConfigProperty(name = "facecheck.accept.not-deleted", defaultValue = "true")
    Boolean acceptNotDeleted;

    /** Ask that the verification at onboarding was passed. */
    @ConfigProperty(name = "facecheck.accept.verification", defaultValue = "true")
    Boolean acceptVerification;

    /** Ask that the document has not expired by today. */
    @ConfigProperty(name = "facecheck.accept.not-expired", defaultValue = "true")
    Boolean acceptNotExpired;

    /** Ask that the liveness decision at onboarding is accept. */
    @ConfigProperty(name = "facecheck.accept.liveness", defaultValue = "true")
    Boolean acceptLiveness;

    /** Whose face it has to be: first-use (a later check in one session, by the same principal, may not yield another person; so it is, with a warning where web.xml has a login, if nothing is written), or a field of the KYC document, such as documentNumber, that has to be the name of the logged-in principal. */
    @ConfigProperty(name = "facecheck.binding")
    String binding;

    /** Which attribute of the logged-in principal that field has to equal instead of the name, such as employeeNumber. */
    @ConfigProperty(name = "facecheck.binding.attribute")
    String bindingAttribute;

    /** First or last: before or behind the filters that web.xml declares. */
    @ConfigProperty(name = "facecheck.position", defaultValue = "first")
    String position;

    /** URL patterns where suspicious request targets are refused, besides wherever a rule reaches. */
    @ConfigProperty(name = "facecheck.guard.patterns", defaultValue = "/*")
    String guardPatterns;

    /** Which fields of the document go into the session. */
    @ConfigProperty(
            name = "facecheck.identity.fields",
            defaultValue = "fullName,fullName_local,firstName,lastName,dob,nationality_iso3,documentType")
    String identityFields;

    /** Which personal fields the audit lines have: some of path, principal, client, record, caller and roles, separated by commas. None unless you name them. */
    @ConfigProperty(name = "facecheck.audit.log-fields")
    String auditLogFields;
}
