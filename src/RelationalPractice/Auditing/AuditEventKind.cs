namespace RelationalPractice.Auditing;

/// <summary>Everything the audit log can say. Stored by name: never rename, only add.</summary>
public enum AuditEventKind
{
    SignedIn,
    SignInRefused,
    SignedOut,
    ResponseOpened,
    ResponseRead,
    LinkCreated,
    LinkSwitchedOff,
    StaffCreated,
    RoleGiven,
    SecondFactorSetUp,
}
