using RelationalPractice.Auditing;
using RelationalPractice.Collation;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Collation;

public sealed class PaperFormTests
{
    private static readonly Guid Typist = Guid.NewGuid();
    private static readonly Guid Colleague = Guid.NewGuid();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MayBeCheckedBy_WhoeverTypedIt_IsNeverTrue(bool ready)
    {
        var form = Begun();
        Type(form, Typist, ready);

        form.MayBeCheckedBy(Typist).ShouldBeFalse();
        form.MayBeCheckedBy(Colleague).ShouldBe(ready);
    }

    [Fact]
    public void Type_ByAColleague_IsRefused() => Should.Throw<InvalidOperationException>(() => Type(Begun(), Colleague, ready: true));

    [Fact]
    public void Type_OnceReady_IsRefused()
    {
        var form = Begun();
        Type(form, Typist, ready: true);

        Should.Throw<InvalidOperationException>(() => Type(form, Typist, ready: true));
    }

    [Fact]
    public void Type_Again_CountsAndIsAudited()
    {
        var form = Begun();
        Type(form, Typist, ready: false);

        var audited = Type(form, Typist, ready: true);

        form.Version.ShouldBe(2);
        (audited.Kind, audited.SubjectId, audited.Reason).ShouldBe((AuditEventKind.PaperTyped, form.Id, null));
    }

    private static PaperForm Begun() => new() { Id = Guid.NewGuid(), Label = "", QuestionnaireId = Guid.NewGuid(), TypedById = Typist, Ciphertext = [] };

    private static AuditEvent Type(PaperForm form, Guid by, bool ready) =>
        form.Type("14 March, 3", [1], null, ready, new ChangeContext(by, new DateTime(2031, 3, 14, 0, 0, 0, DateTimeKind.Utc)));
}
