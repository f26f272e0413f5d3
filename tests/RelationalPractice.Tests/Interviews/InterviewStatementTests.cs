using RelationalPractice.Interviews;
using RelationalPractice.Surveys;
using Shouldly;
using Xunit;

namespace RelationalPractice.Tests.Interviews;

public sealed class InterviewStatementTests
{
    [Theory]
    [InlineData(Audience.ParentCarer, "at risk of harm")]
    [InlineData(Audience.YoungPerson, "being hurt")]
    public void Load_EachAudience_SaysWhoReadsWhatIsKeptAndTheException(Audience audience, string exception)
    {
        var statement = string.Join('\n', InterviewStatement.Load().For(audience));

        statement.ShouldContain(exception);
        statement.ShouldContain("quality team");
        statement.ShouldContain("lock");
        statement.ShouldContain("skip any");
        statement.ShouldContain("code");
    }
}
