using CareBot.Procedures.Expressions;

namespace CareBot.Procedures;

/// <summary>How runs of one version of a procedure go on in a later one: declared by its editor, and agreed to by two people.</summary>
public sealed record Migration
{
    /// <summary>The people who must have agreed before a run is moved.</summary>
    public const int ApprovalsMin = 2;

    /// <summary>Which procedure.</summary>
    public required ProcedureId Procedure { get; init; }

    /// <summary>The version that runs leave.</summary>
    public required int From { get; init; }

    /// <summary>The version that they go on in.</summary>
    public required int To { get; init; }

    /// <summary>Why, in each language: agents read it.</summary>
    public required Wording Why { get; init; }

    /// <summary>The step of the later version for each of the earlier one that is called otherwise there.</summary>
    public IReadOnlyDictionary<string, string> Steps { get; init; } = new Dictionary<string, string>();

    /// <summary>Values of the later version by formulas over those of the earlier one; all others keep their names.</summary>
    public IReadOnlyDictionary<string, Expression> Values { get; init; } = new Dictionary<string, Expression>();

    /// <summary>Who has agreed, by name.</summary>
    public IReadOnlyList<string> ApprovedBy { get; init; } = [];

    /// <summary>The runs that somebody must look at besides; null when none.</summary>
    public MigrationReview? Review { get; init; }

    /// <summary>Whether enough people have agreed; until then no run is moved.</summary>
    public bool IsApproved => ApprovedBy.Distinct(StringComparer.OrdinalIgnoreCase).Count() >= ApprovalsMin;

    /// <summary>What a step of the earlier version is called in the later one.</summary>
    public string StepFor(string step) => Steps.GetValueOrDefault(step, step);
}

/// <summary>The runs of the earlier version that somebody must look at, whether they can be moved or not.</summary>
/// <param name="BegunBefore">Those that began before this day.</param>
/// <param name="Queue">Where somebody looks.</param>
public sealed record MigrationReview(DateOnly BegunBefore, string Queue);

/// <summary>Why a run cannot go on in a later version as it stands.</summary>
public enum MigrationHindrance
{
    /// <summary>It waits for another system, an approval or several things, or a person has it: only questions, tasks and waits can be moved.</summary>
    NotNow,

    /// <summary>The later version has no such step, or one that waits for something else.</summary>
    NoSuchStep,

    /// <summary>A value of the later version cannot be reckoned from what the run knows.</summary>
    NoSuchValue,

    /// <summary>One of the versions is not there.</summary>
    NoSuchVersion,
}
